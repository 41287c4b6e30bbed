import Commands

await BangvangCommand.start()
