import Diagnostics
import Formats
import Testing

@testable import Registers

/// Reads one register as the board does.
func read(_ name: RegisterName, _ text: String) throws -> (rows: RegisterRows, diagnostics: [Diagnostic]) {
    let table = CSVTable.parse(SourceText(path: name.path, text: text))
    var rows = RegisterRows()
    let found = RegisterParser.parse(name, try #require(table.value), into: &rows)
    return (rows, table.diagnostics + found)
}

func day(_ iso: String) -> CalendarDay { try! CalendarDay.parse(iso) }

/// Every register with all of its columns, and what stands wrong in them.
@Suite struct RegisterParserTests {
    @Test func subjects() throws {
        let (rows, found) = try read(
            .subjects,
            """
            subject_id,kind,name,sort_name,organisation_type,position,position_text,organisation_id,birth_year,from,to
            an,individual,Nguyễn An," An, Nguyễn ",,party_secretary,Bí thư,db,1972,10/01/2018,2020-12-31
            """)
        #expect(found.isEmpty)
        let row = try #require(rows.subjects.first)
        #expect((row.id, row.kind, row.name, row.sortName) == ("an", .individual, "Nguyễn An", "An, Nguyễn"))
        #expect((row.organisationType, row.position, row.positionText, row.organisationID) == (nil, "party_secretary", "Bí thư", "db"))
        #expect(row.birthYear == 1972)
        #expect(row.from == day("2018-01-10") && row.to == day("2020-12-31"))
        #expect(row.row == RowReference(.subjects, 0))
    }

    @Test func recognitions() throws {
        let (rows, found) = try read(
            .recognitions,
            """
            recognition_id;subject_id;programme_id;title;level;year;place_id;decision_no;decision_date;authority;status;revoked_on;revoked_by
            CN-1;db;lucngan-2021;dan-van-kheo-model;district;2020;xa;0418;21/12/2020;Ban Thường vụ;revoked;2021-02-03;Tỉnh ủy
            """)
        #expect(found.isEmpty)
        let row = try #require(rows.recognitions.first)
        #expect((row.id, row.subjectID, row.programmeID, row.title) == ("CN-1", "db", "lucngan-2021", "dan-van-kheo-model"))
        #expect((row.level, row.year, row.placeID, row.status) == ("district", 2020, "xa", .revoked))
        #expect(row.decision == Decision(number: "0418", date: day("2020-12-21"), authority: "Ban Thường vụ"), "numbers are text")
        #expect(row.revokedOn == day("2021-02-03") && row.revokedBy == "Tỉnh ủy")
    }

    @Test func awards() throws {
        let (rows, found) = try read(
            .awards,
            """
            award_id,subject_id,programme_id,campaign,level,form,year,place_id,decision_no,decision_date,authority,signer,reason,status,revoked_on,revoked_by,public_from
            KT-1,db,vn,periodic,base,certificate_of_merit,2023,xa,9/QĐ,2023-06-16,Chủ tịch,Lê B,Thành tích,under_review,,,2023-07-01
            """)
        #expect(found.isEmpty)
        let row = try #require(rows.awards.first)
        #expect((row.id, row.subjectID, row.programmeID, row.campaign) == ("KT-1", "db", "vn", "periodic"))
        #expect((row.level, row.form, row.year, row.placeID) == ("base", "certificate_of_merit", 2023, "xa"))
        #expect((row.signer, row.reason, row.status) == ("Lê B", "Thành tích", .underReview))
        #expect(row.publicFrom == day("2023-07-01") && row.revokedOn == nil && row.revokedBy == nil)
    }

    @Test func ratings() throws {
        let (rows, found) = try read(
            .ratings,
            "subject_id\tperiod\tscale\trating\tdecision_no\trated_by\trated_on\nan\t2021H1\tparty-4\tgood\t\tĐảng ủy\t25/6/2021\n")
        #expect(found.isEmpty)
        let row = try #require(rows.ratings.first)
        #expect((row.subjectID, row.period, row.scale, row.rating) == ("an", "2021H1", "party-4", "good"))
        #expect((row.decisionNumber, row.ratedBy) == (nil, "Đảng ủy"))
        #expect(row.ratedOn == day("2021-06-25"))
    }

    @Test func registrations() throws {
        let (rows, found) = try read(
            .registrations,
            """
            registration_id,programme_id,year,subject_id,organisation_id,model_title,quantity,place_id,place_text,lead,field,scale,status,registered_on,maintained_since,confirmed_by
            DK-1,yb,2024,cb,db,"Một cửa, gần dân",2,phuong,6 tổ,Chi bộ,economy,9 quầy,maintained,26/3/2024,2022,propaganda_board| unit
            """)
        #expect(found.isEmpty)
        let row = try #require(rows.registrations.first)
        #expect((row.id, row.programmeID, row.year, row.subjectID, row.organisationID) == ("DK-1", "yb", 2024, "cb", "db"))
        #expect((row.modelTitle, row.quantity, row.placeID, row.placeText) == ("Một cửa, gần dân", 2, "phuong", "6 tổ"))
        #expect((row.lead, row.field, row.scale, row.status) == ("Chi bộ", "economy", "9 quầy", "maintained"))
        #expect(row.registeredOn == day("2024-03-26") && row.maintainedSince == 2022)
        #expect(row.confirmedBy == ["propaganda_board", "unit"])
    }

    @Test func scores() throws {
        let (rows, found) = try read(
            .scores,
            """
            score_sheet_id,programme_id,sheet_id,subject_id,year,kind,criterion,points,evidence,verified_by,verified_on
            BD-1,yb,yb-2024-collective,cb,2024,verified,3,"9,5",Biên bản,Ban Tuyên giáo,2024-11-05
            BD-1,yb,yb-2024-collective,cb,2024,self,4,10,,,
            """)
        #expect(found.isEmpty, "a sheet has as many rows as criteria")
        #expect(rows.scores.map(\.points.tenths) == [95, 100])
        #expect(rows.scores.map(\.kind) == [.verified, .self])
        let row = try #require(rows.scores.first)
        #expect((row.sheetID, row.programmeID, row.formID, row.subjectID, row.year) == ("BD-1", "yb", "yb-2024-collective", "cb", 2024))
        #expect((row.line, row.evidence, row.verifiedBy) == (.criterion(3), "Biên bản", "Ban Tuyên giáo"))
        #expect(row.verifiedOn == day("2024-11-05"))
    }

    @Test func reviews() throws {
        let (rows, found) = try read(
            .reviews,
            "programme_id,rule,subject_id,year,verdict,body,reviewed_on,note\nln,LN-08,db,,not_met,mass_mobilisation_board,2021-07-09,Chưa đủ\n"
        )
        #expect(found.isEmpty)
        let row = try #require(rows.reviews.first)
        #expect((row.programmeID, row.ruleID, row.subjectID, row.year) == ("ln", "LN-08", "db", nil))
        #expect((row.verdict, row.body, row.note) == (.notMet, "mass_mobilisation_board", "Chưa đủ"))
        #expect(row.reviewedOn == day("2021-07-09"))
    }

    @Test func waivers() throws {
        let (rows, found) = try read(
            .waivers,
            """
            waiver_id,programme_id,rule,entry_id,decision_no,decided_by,decided_on,expires_on,reason
            MT-1,ln,LN-30,db-2021,12-QĐ/HU,Ban Thường vụ,2021-07-15,2021-12-31,Bão lũ
            """)
        #expect(found.isEmpty)
        let row = try #require(rows.waivers.first)
        #expect((row.id, row.programmeID, row.ruleID, row.entryID) == ("MT-1", "ln", "LN-30", "db-2021"))
        #expect((row.decisionNumber, row.decidedBy, row.reason) == ("12-QĐ/HU", "Ban Thường vụ", "Bão lũ"))
        #expect(row.decidedOn == day("2021-07-15") && row.expiresOn == day("2021-12-31"))
    }

    @Test func dossiers() throws {
        let (rows, found) = try read(
            .dossiers,
            "programme_id,subject_id,year,document,submitted_on,confirmed_by,copies,file\nln,db,2021,extract_list,5/7/2021,unit||reporter,02,a.pdf\n"
        )
        #expect(found.isEmpty)
        let row = try #require(rows.dossiers.first)
        #expect((row.programmeID, row.subjectID, row.year, row.document) == ("ln", "db", 2021, "extract_list"))
        #expect((row.confirmedBy, row.copies, row.file) == (["unit", "reporter"], 2, "a.pdf"))
        #expect(row.submittedOn == day("2021-07-05"))
    }

    @Test func holds() throws {
        let (rows, found) = try read(
            .holds,
            "subject_id,kind,from,until,decision_no,authority\nan,discipline,1/11/2024,2025-01-31,45-QĐ/UBKT,Ủy ban Kiểm tra\nan,complaint,2025-02-01,,,\n"
        )
        #expect(found.isEmpty)
        #expect(rows.holds.map(\.kind) == [.discipline, .complaint])
        let row = try #require(rows.holds.first)
        #expect((row.subjectID, row.decisionNumber, row.authority) == ("an", "45-QĐ/UBKT", "Ủy ban Kiểm tra"))
        #expect(row.from == day("2024-11-01") && row.until == day("2025-01-31"))
        #expect(row.row == RowReference(.holds, 0))
    }

    /// Both days belong to it; one without an end goes on.
    @Test(
        arguments: [
            ("2024-10-31", false, false), ("2024-11-01", true, true), ("2025-01-31", true, true), ("2025-02-01", false, true),
        ])
    func aHoldCoversItsDays(_ date: String, _ closed: Bool, _ open: Bool) throws {
        var hold = Hold(
            subjectID: "an", kind: .complaint, from: day("2024-11-01"), until: day("2025-01-31"), decisionNumber: nil, authority: nil,
            row: RowReference(.holds, 0))
        #expect(hold.covers(day(date)) == closed)
        hold.until = nil
        #expect(hold.covers(day(date)) == open)
    }

    // MARK: What is wrong

    @Test(
        arguments: [
            ("a kind that is none", RegisterName.subjects, "subject_id,kind,name\nan,person,An\n", ["unknown-value 2:4"]),
            ("no name", .subjects, "subject_id,kind,name\nan,individual,\n", ["empty-value 2:15"]),
            ("an id with blanks", .subjects, "subject_id,kind,name\nnguyen an,individual,An\n", ["invalid-identifier 2:1"]),
            ("a full date of birth", .subjects, "subject_id,kind,name,birth_year\nan,individual,An,01/02/1972\n", ["not-an-integer 2:18"]),
            ("no such day", .subjects, "subject_id,kind,name,from\nan,individual,An,30/02/2020\n", ["no-such-day 2:18"]),
            (
                "month before day", .ratings, "subject_id,period,scale,rating,rated_on\nan,2020,party-4,good,12/28/2020\n",
                ["no-such-day 2:22"]
            ),
            ("a column missing", .ratings, "subject_id,period,scale\nan,2020,party-4\n", ["csv-missing-column 1:1"]),
            (
                "a column misspelt", .ratings, "subject_id,period,scale,ratting\nan,2020,party-4,good\n",
                ["csv-missing-column 1:1", "csv-unknown-column 1:25"]
            ),
            (
                "a status that is none", .recognitions,
                "recognition_id,subject_id,title,year,decision_no,decision_date,authority,status\nCN-1,db,t,2020,1,2020-12-21,BTV,ok\n",
                ["unknown-value 2:33"]
            ),
            (
                "two rows of one id", .recognitions,
                """
                recognition_id,subject_id,title,year,decision_no,decision_date,authority,status
                CN-1,db,t,2020,1,2020-12-21,BTV,valid
                CN-1,dc,t,2020,1,2020-12-21,BTV,valid
                """, ["duplicate-row-id 3:1"]
            ),
            ("a year out of range", .registrations, "registration_id,programme_id,year,subject_id\nDK-1,yb,24,cb\n", ["out-of-range 2:9"]),
            (
                "points that are none", .scores,
                "score_sheet_id,programme_id,sheet_id,subject_id,year,kind,criterion,points\nBD-1,yb,s,cb,2024,self,1,chín\n",
                ["not-points 2:26"]
            ),
            (
                "a verdict that is none", .reviews,
                "programme_id,rule,subject_id,verdict,body,reviewed_on\nln,LN-08,db,yes,unit,2021-07-09\n",
                ["unknown-value 2:13"]
            ),
            (
                "a waiver without a reason", .waivers,
                "waiver_id,programme_id,rule,entry_id,decision_no,decided_by,decided_on,reason\nMT-1,ln,LN-30,db-2021,12,BTV,2021-07-15,\n",
                ["empty-value 2:41"]
            ),
            (
                "no copies", .dossiers, "programme_id,subject_id,document,submitted_on,copies\nln,db,evidence,2021-07-05,0\n",
                ["out-of-range 2:27"]
            ),
            ("a hold of no kind", .holds, "subject_id,kind,from\nan,rumour,2024-11-01\n", ["unknown-value 2:4"]),
            ("a hold without a day", .holds, "subject_id,kind,from\nan,complaint,\n", ["empty-value 2:14"]),
            (
                "a hold the wrong way round", .holds, "subject_id,kind,from,until\nan,complaint,2024-11-02,2024-11-01\n",
                ["row-ends-before-it-begins 2:25"]
            ),
            ("a hold of one day", .holds, "subject_id,kind,from,until\nan,complaint,2024-11-01,2024-11-01\n", []),
            (
                "a waiver that ends before it begins", .waivers,
                "waiver_id,programme_id,rule,entry_id,decision_no,decided_by,decided_on,expires_on,reason\nMT-1,ln,LN-30,db-2021,12,BTV,2021-07-15,2021-07-14,Bão\n",
                ["row-ends-before-it-begins 2:41"]
            ),
            ("a row too short", .ratings, "subject_id,period,scale,rating\nan,2020\n", ["csv-row-width 2:1"]),
        ] as [(String, RegisterName, String, [String])])
    func refusals(_ name: String, _ register: RegisterName, _ text: String, _ expected: [String]) throws {
        #expect(summary(try read(register, text).diagnostics) == expected, "\(name)")
    }

    @Test func aRowThatIsWrongLeavesTheOthersTheirNumbers() throws {
        let (rows, found) = try read(
            .ratings,
            "subject_id,period,scale,rating,decision_no\nan,2020,party-4,,\n\nbinh,2020,party-4,good,\"31\n(hai dòng)\"\ncat,2020,party-4,good,\n"
        )
        #expect(summary(found) == ["empty-value 2:17"])
        #expect(rows.ratings.map(\.row.row) == [1, 2])
        let registers = Registers(rows)
        #expect(registers.place(of: rows.ratings[1].row, column: "rating").description == "content/registers/ratings.csv:6:18")
    }

    // MARK: A subject's rows over time

    @Test(
        arguments: [
            ("one after the other", ",2020-12-31", "2021-01-01,", true), ("a gap", ",2019-12-31", "2021-01-01,", true),
            ("a day shared", ",2021-01-01", "2021-01-01,", false), ("both open", ",", ",", false),
            ("the first without an end", "2018-01-01,", "2021-01-01,", false),
        ])
    func rowsOfOneSubjectFollowEachOther(_ name: String, _ first: String, _ second: String, _ isRight: Bool) throws {
        for (a, b) in [(first, second), (second, first)] {
            let text = "subject_id,kind,name,from,to\nan,individual,An,\(a)\nan,individual,An,\(b)\nbinh,individual,Bình,,\n"
            let found = try read(.subjects, text).diagnostics
            #expect(found.map(\.code) == (isRight ? [] : ["overlapping-rows"]), "\(name)")
        }
    }
}
