//! Every row of the table about one application, at each of its borders.

use super::*;

#[test]
fn thanks_are_given_on_the_first_and_second_working_day() {
    let case = |decided: &str, days: &str| refused(decided).case(StepKind::Thank, days);
    // The day of the news, first, last, the day after, the day of the lapse, the day after.
    case(
        "2026-06-08",
        "2026-06-08=upcoming 2026-06-09=due 2026-06-10=due 2026-06-11=late 2026-06-24=late 2026-06-25=-",
    );
    case(
        "2026-06-05", // Friday
        "2026-06-05=upcoming 2026-06-07=upcoming 2026-06-08=due 2026-06-09=due 2026-06-10=late 2026-06-23=late 2026-06-24=-",
    );
    case(
        "2026-12-23", // Christmas, New Year
        "2026-12-23=upcoming 2026-12-24=due 2026-12-27=due 2026-12-28=due 2026-12-29=late 2027-01-12=late 2027-01-13=-",
    );
    case(
        "2026-07-13", // 14 July
        "2026-07-14=upcoming 2026-07-15=due 2026-07-16=due 2026-07-17=late 2026-07-30=late 2026-07-31=-",
    );
    case(
        "2026-04-02", // Easter Monday is 6 April
        "2026-04-02=upcoming 2026-04-03=due 2026-04-07=due 2026-04-08=late 2026-04-21=late 2026-04-22=-",
    );
    case(
        "2028-02-28", // leap day
        "2028-02-28=upcoming 2028-02-29=due 2028-03-01=due 2028-03-02=late 2028-03-15=late 2028-03-16=-",
    );
    case(
        "2026-12-31",
        "2027-01-03=upcoming 2027-01-04=due 2027-01-05=due 2027-01-06=late 2027-01-19=late 2027-01-20=-",
    );
    // Ascension is 14 May, the bridge a day of one's own; 25 May is Whit Monday.
    refused("2026-05-13").with(|settings| settings.holidays = vec![day("2026-05-15")]).case(
        StepKind::Thank,
        "2026-05-17=upcoming 2026-05-18=due 2026-05-19=due 2026-05-20=late 2026-06-03=late 2026-06-04=-",
    );
}

#[test]
fn thanks_answer_people_not_machines() {
    #[track_caller]
    fn case(lines: &str, expected: &str) {
        entry(&format!("decided: 2026-06-08\n{lines}")).case(StepKind::Thank, &format!("2026-06-09={expected}"));
    }
    case("notice: personal", "due");
    case("notice: phone", "due");
    case("stage: interview", "due"); // nothing says how the news came
    case("stage: final", "due");
    case("interviews: [2026-06-02]\nstage: assessment", "due");
    case("stage: assessment", "-"); // a test alone is no interview
    case("stage: interview\nnotice: automatic", "-");
    case("stage: interview\nnotice: none", "-");
    case("stage: screening", "-");
    case("notice: phone\nthanked: 2026-06-08", "-");
    case("notice: phone\nthanked: true", "-");
    case("notice: phone\nstatus: ghosted", "-");
    case("notice: phone\nstatus: withdrawn", "-");
    case("notice: phone\nstatus: offer", "-");
    case("notice: phone\ndraft: true", "-");
}

#[test]
fn feedback_is_asked_for_from_the_third_to_the_fifth_working_day() {
    let case = |decided: &str, days: &str| refused(decided).case(StepKind::FeedbackRequest, days);
    case(
        "2026-06-08",
        "2026-06-10=upcoming 2026-06-11=due 2026-06-15=due 2026-06-16=late 2026-07-08=late 2026-07-09=-",
    );
    case(
        "2026-07-10", // 14 July
        "2026-07-15=upcoming 2026-07-16=due 2026-07-20=due 2026-07-21=late 2026-08-09=late 2026-08-10=-",
    );
    case(
        "2026-04-01", // Easter Monday
        "2026-04-06=upcoming 2026-04-07=due 2026-04-09=due 2026-04-10=late 2026-05-01=late 2026-05-02=-",
    );
    case(
        "2026-12-22", // Christmas
        "2026-12-27=upcoming 2026-12-28=due 2026-12-30=due 2026-12-31=late 2027-01-21=late 2027-01-22=-",
    );
    case(
        "2026-12-29",
        "2027-01-03=upcoming 2027-01-04=due 2027-01-06=due 2027-01-07=late 2027-01-28=late 2027-01-29=-",
    );
    case(
        "2028-02-25",
        "2028-02-29=upcoming 2028-03-01=due 2028-03-03=due 2028-03-04=late 2028-03-26=late 2028-03-27=-",
    );
    refused("2026-05-11").with(|settings| settings.holidays = vec![day("2026-05-15")]).case(
        StepKind::FeedbackRequest,
        "2026-05-17=upcoming 2026-05-18=due 2026-05-20=due 2026-05-21=late 2026-06-10=late 2026-06-11=-",
    );
}

#[test]
fn feedback_is_not_asked_for_before_the_day_after_the_announced_one() {
    let case = |announced: &str, days: &str| {
        entry(&format!("decided: 2026-06-08\nnotice: phone\nannounced: {announced}"))
            .case(StepKind::FeedbackRequest, days);
    };
    case("2026-06-05", "2026-06-10=upcoming 2026-06-11=due 2026-06-15=due 2026-06-16=late");
    // Friday: the day after is a Saturday.
    case(
        "2026-06-12",
        "2026-06-12=upcoming 2026-06-13=due 2026-06-15=due 2026-06-16=late 2026-07-08=late 2026-07-09=-",
    );
    case("2026-06-19", "2026-06-19=upcoming 2026-06-20=due 2026-06-21=late 2026-07-08=late 2026-07-09=-");
    // A step never lapses before its last day.
    case("2026-08-31", "2026-08-01=- 2026-08-02=upcoming 2026-08-31=upcoming 2026-09-01=due 2026-09-02=-");
    case("2026-12-31", "2026-12-31=upcoming 2027-01-01=due 2027-01-02=-");
}

#[test]
fn feedback_is_asked_of_those_who_know_the_person() {
    #[track_caller]
    fn case(lines: &str, expected: &str) {
        entry(&format!("decided: 2026-06-08\n{lines}"))
            .case(StepKind::FeedbackRequest, &format!("2026-06-11={expected}"));
    }
    case("notice: personal", "due");
    case("notice: phone", "due");
    case("notice: automatic", "-");
    case("notice: automatic\nstage: screening", "due");
    case("stage: assessment", "due");
    case("stage: application", "-");
    case("status: ghosted\nstage: final", "-");
    case("notice: phone\nfeedback: {received: 2026-06-08}", "-");
    case("notice: phone\nfeedback: {requested: 2026-06-10}", "waiting");
}

#[test]
fn one_request_is_waited_for_ten_working_days_and_never_repeated() {
    let case = |requested: &str, days: &str| {
        entry(&format!("decided: 2026-06-01\nnotice: phone\nfeedback: {{requested: {requested}}}"))
            .case(StepKind::FeedbackRequest, days);
    };
    case("2026-06-03", "2026-06-02=upcoming 2026-06-03=waiting 2026-06-17=waiting 2026-06-18=- 2026-07-01=-");
    case("2026-12-18", "2026-12-17=upcoming 2026-12-18=waiting 2027-01-05=waiting 2027-01-06=-");
    // For any status.
    for status in ["open", "ghosted", "withdrawn", "offer", "accepted"] {
        let lines =
            format!("status: {status}\napplied: 2026-05-01\ndecided: 2026-06-01\nfeedback: {{requested: 2026-06-03}}");
        entry(&lines).case(StepKind::FeedbackRequest, "2026-06-02=upcoming 2026-06-17=waiting 2026-06-18=-");
    }
}

#[test]
fn feedback_is_thanked_for_from_the_day_it_came() {
    let case = |received: &str, days: &str| {
        for status in ["rejected", "open", "accepted"] {
            entry(&format!(
                "status: {status}\napplied: 2026-01-05\ndecided: 2026-03-02\nfeedback: {{received: {received}}}"
            ))
            .case(StepKind::FeedbackThanks, days);
        }
    };
    case(
        "2026-06-10",
        "2026-06-09=upcoming 2026-06-10=due 2026-06-12=due 2026-06-13=late 2026-06-26=late 2026-06-27=-",
    );
    case("2026-06-13", "2026-06-13=due 2026-06-16=due 2026-06-17=late 2026-06-30=late 2026-07-01=-"); // Saturday
    case("2026-07-13", "2026-07-13=due 2026-07-16=due 2026-07-17=late 2026-07-30=late 2026-07-31=-");
    case("2026-12-24", "2026-12-24=due 2026-12-29=due 2026-12-30=late 2027-01-13=late 2027-01-14=-");
    entry("decided: 2026-06-08\nfeedback: {received: 2026-06-10, thanked: true}")
        .case(StepKind::FeedbackThanks, "2026-06-10=- 2026-06-12=-");
}

#[test]
fn precision_is_asked_for_once_when_the_person_says_that_the_feedback_helps_little() {
    #[track_caller]
    fn case(kind: &str, days: &str) {
        entry(&format!("decided: 2026-03-30\nfeedback: {{{kind}}}")).case(StepKind::Clarify, days);
    }
    case("received: 2026-06-10, kind: generic", "2026-06-09=upcoming 2026-06-10=due 2026-06-17=due 2026-06-18=-");
    case("received: 2026-04-02, kind: unconstructive", "2026-04-02=due 2026-04-10=due 2026-04-11=-"); // Easter Monday
    case("received: 2026-06-10, kind: constructive", "2026-06-10=-");
    case("received: 2026-06-10", "2026-06-10=-"); // a suggested kind starts nothing
    case("received: 2026-06-10, kind: generic, clarified: 2026-06-11", "2026-06-10=- 2026-06-12=-");
}

#[test]
fn people_met_are_added_within_a_week() {
    let case = |decided: &str, days: &str| {
        entry(&format!("decided: {decided}\nstage: interview\ncontacts: [{{name: Maud Roy}}]"))
            .case(StepKind::Connect, days);
    };
    case(
        "2026-06-08",
        "2026-06-08=upcoming 2026-06-09=due 2026-06-15=due 2026-06-16=late 2026-07-08=late 2026-07-09=-",
    );
    case(
        "2028-02-28",
        "2028-02-28=upcoming 2028-02-29=due 2028-03-06=due 2028-03-07=late 2028-03-29=late 2028-03-30=-",
    );
    case("2026-12-30", "2026-12-31=due 2027-01-06=due 2027-01-07=late 2027-01-29=late 2027-01-30=-");
}

#[test]
fn one_step_adds_everybody_who_is_missing() {
    #[track_caller]
    fn case(lines: &str, expected: Option<&str>) {
        let steps = entry(&format!("decided: 2026-06-08\n{lines}")).agenda("2026-06-09", 0);
        let step = steps.iter().find(|step| step.kind == StepKind::Connect);
        assert_eq!(step.map(|step| step.text.as_str()), expected);
    }
    let (roy, abel) = ("{name: Maud Roy}", "{name: Iris Abel, role: interviewer}");
    let both = Some("Add to my network: Maud Roy and Iris Abel (Atelier Nord)");
    case(&format!("stage: interview\ncontacts: [{roy}, {abel}]"), both);
    let roy_alone = Some("Add to my network: Maud Roy (Atelier Nord)");
    case(&format!("stage: interview\ncontacts: [{roy}, {{name: Iris Abel, connected: 2026-06-02}}]"), roy_alone);
    let unnamed = Some("Add the people met at Atelier Nord to my network");
    case("stage: interview\ncontacts: [{role: hr}]", unnamed);
    case("stage: interview\ncontacts: [{name: Maud Roy, connected: 2026-06-02}]", None);
    case("stage: interview", None);
    case(&format!("stage: assessment\ncontacts: [{roy}]"), None);
    case(&format!("stage: interview\nstatus: ghosted\ncontacts: [{roy}]"), None);
}

#[test]
fn the_check_in_comes_after_ninety_days() {
    let case = |decided: &str, days: &str| refused(decided).case(StepKind::CheckIn, days);
    case(
        "2026-03-12",
        "2026-05-10=- 2026-05-11=upcoming 2026-06-09=upcoming 2026-06-10=due 2026-06-24=due 2026-06-25=late 2026-09-08=late 2026-09-09=-",
    );
    case(
        "2027-12-01", // leap day
        "2028-02-28=upcoming 2028-02-29=due 2028-03-14=due 2028-03-15=late 2028-05-29=late 2028-05-30=-",
    );
    case(
        "2026-10-20",
        "2027-01-17=upcoming 2027-01-18=due 2027-02-01=due 2027-02-02=late 2027-04-18=late 2027-04-19=-",
    );
    let none = |lines: &str| {
        entry(&format!("decided: 2026-03-12\n{lines}")).case(StepKind::CheckIn, "2026-06-10=- 2026-07-01=-");
    };
    none("notice: personal"); // no interview
    none("stage: interview\nkeep-contact: false");
    none("stage: interview\nchecked-in: 2026-05-02");
    none("stage: interview\nstatus: offer");
}
