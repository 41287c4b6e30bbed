import Commands

await BangvangCommand.main()
