//! Why a command was not carried out. The words are `refusal-…`.

use std::fmt;

use super::ServiceNote;
use crate::access::Denied;
use crate::calendar::Date;

/// Why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// This person may not.
    Denied(Denied),
    /// The case is closed.
    Closed,
    /// It is decided.
    AlreadyDecided,
    /// It is not decided.
    NotDecided,
    /// Another officer has it.
    AssignedToOther,
    /// It is with nobody, or with this officer already.
    NothingToRelease,
    /// It is with this officer already.
    AlreadyAssigned,
    /// It was accepted before.
    AlreadyAccepted,
    /// It must be accepted first.
    NotAccepted,
    /// Who the person is was not confirmed.
    IdentityNotConfirmed,
    /// It was confirmed before.
    IdentityAlreadyConfirmed,
    /// Papers asked for are still to come.
    PapersPending {
        /// The last day for them.
        until: Date,
    },
    /// No paper was named.
    NoPapersNamed,
    /// The service knows no such paper.
    PaperNotOfService {
        /// Its kind.
        kind: String,
    },
    /// A paper is not there: nobody handed it in and nobody saw it.
    PaperNotThere {
        /// Its kind.
        kind: String,
    },
    /// A second person has not confirmed their part, and the paper that says the same is not there.
    ConfirmationOpen {
        /// The confirmation.
        id: String,
    },
    /// A second person did not confirm their part.
    ConfirmationRefused {
        /// The confirmation.
        id: String,
    },
    /// There is nothing of that name to confirm.
    NothingToConfirm,
    /// It is confirmed, or its paper is there.
    AlreadyConfirmed,
    /// Nobody was asked to confirm it with a code.
    NotAsked,
    /// It is not said who is to confirm it.
    SecondPersonMissing,
    /// Nobody confirms what they filed themselves.
    OwnConfirmation,
    /// A paper that was not on the first list; only a supervisor may ask for it.
    SecondListNeedsSupervisor,
    /// Nothing was asked for.
    NothingAskedFor,
    /// It waits, for one for a valid certificate.
    OnHold,
    /// It does not wait.
    NotOnHold,
    /// The hold is still there by these facts.
    StillOnHold,
    /// There is no stage before this one.
    NoStageBefore,
    /// This stage reviews; it does not decide.
    NotTheDecidingStage,
    /// This stage decides; it does not review.
    DecidingStage,
    /// The hukou is elsewhere: that place decides, this one forwards.
    OtherPlaceDecides,
    /// The hukou is here: there is nothing to forward.
    DecidedHere,
    /// To a place in Hunan, where the hukou is not.
    ForwardedToWrongPlace,
    /// To the very county that has the case.
    ForwardedToSameCounty,
    /// Nobody says what it was held against that the hukou is there.
    HukouUnconfirmed,
    /// No office is named.
    ReceiptIncomplete,
    /// It was not forwarded.
    NotForwarded,
    /// The number of the receipt was recorded before.
    ReceiptRecorded,
    /// The number of the receipt is missing.
    ReceiptNumberMissing,
    /// The stage worked on offers nothing to choose.
    NotAnOfferingStage,
    /// One to three things of the service are offered, each once.
    OfferWrong,
    /// Nothing was offered to the person yet.
    NothingOffered,
    /// There is nothing to choose.
    NothingToChoose,
    /// The person chose already; only they change it.
    ItemChosenBefore,
    /// Not one of the things offered.
    ItemNotOffered,
    /// An officer writes down what they were told; whoever chooses by themselves is told by nobody.
    ItemToldOtherwise,
    /// The person has not chosen yet which thing they want.
    ItemNotChosen,
    /// Nobody is named who helps the person.
    LawyerMissing,
    /// A decision rests on conditions; none was named.
    ReasonsMissing,
    /// Not one of the service's conditions.
    ReasonNotOfService {
        /// The code.
        code: String,
    },
    /// The condition does not bear this decision: it is met for a refusal, or not met for a grant.
    ReasonDoesNotBear {
        /// The code.
        code: String,
    },
    /// The officer's own words are missing.
    SentenceMissing,
    /// By the facts held the conditions are not met: correct a fact first.
    NotGrantable,
    /// A professional has to establish the rest, and what they found is not recorded yet.
    NotAssessed,
    /// Whether the county's own rule takes the household in is not recorded yet.
    CountyRuleOpen,
    /// Another stage finds that out and records it: the case goes back there.
    RecordedElsewhere,
    /// Facts are missing that could still change what the rules say.
    FactsMissing,
    /// By the facts held nothing speaks against a grant: correct a fact first.
    NothingAgainst,
    /// By the facts held nothing speaks against giving the whole: give it, or correct a fact first.
    NothingAgainstTheRest,
    /// Less than the whole was given, and no reason named for what is not.
    RestNotExplained,
    /// A part is less than the whole and more than nothing, from the month of application or later.
    PartWrong,
    /// The person has not chosen between two benefits.
    OverlapNotChosen,
    /// There is nothing to choose between.
    NoOverlap,
    /// A second person must sign first.
    SignaturePending,
    /// Nothing waits for a signature.
    NoSignaturePending,
    /// Nobody signs their own decision.
    OwnDecision,
    /// Nobody answers what is objected to their own decision.
    ObjectionToOwnDecision,
    /// There is no public notice.
    NoNotice,
    /// The public notice goes on.
    NoticeRunning {
        /// Its last day.
        until: Date,
    },
    /// The public notice is over.
    NoticeOver,
    /// So many objections wait already that one more says nothing new.
    TooManyObjections,
    /// An objection is still to be answered.
    ObjectionOpen,
    /// No such objection is open.
    NoSuchObjection,
    /// There is no such letter.
    NoSuchLetter,
    /// It was served before.
    AlreadyServed,
    /// Before the letter was written, or in the future.
    ServedOnWrong,
    /// The way in which it was served needs this on record.
    ServiceNoteMissing {
        /// What.
        note: ServiceNote,
    },
    /// This belongs to another way of serving.
    ServiceNoteUnneeded {
        /// What.
        note: ServiceNote,
    },
    /// What was put up in public does not count as served yet.
    AnnouncementRunning {
        /// The day from which it does.
        until: Date,
    },
    /// The decision was contested before.
    AlreadyContested,
    /// Nobody asked for reconsideration, or it has ended.
    NothingContested,
    /// That step of the reconsideration is recorded already.
    ContestStepDone,
    /// An office that was objected to lets the decision stand, or orders to put it right.
    NoAnswerToObjection,
    /// The government has not taken the request up yet.
    ContestNotTakenUp,
    /// The number of the paper is missing.
    ContestNumberMissing,
    /// A day before it could be, after today, or longer than the law lets it be.
    ContestDayWrong,
    /// The copy came before the government took the request up, or after today.
    ContestReceivedWrong,
    /// The paper arrived before its day, or after today.
    ContestServedWrong,
    /// To be decided again before the paper's own day.
    ContestAgainWrong,
    /// What is paid after a change: more than nothing, and from the month of application or later.
    ContestAmountWrong,
    /// The decision that was contested has fallen already: there is nothing to change.
    ContestedDecisionGone,
    /// Nobody carries out the reconsideration of their own decision.
    ReconsiderationOfOwnDecision,
    /// Nobody decides again what was annulled of theirs.
    AnnulledOwnDecision,
    /// Nobody records how a request ended that they recorded themselves.
    ReconsiderationRecordedByThem,
    /// Nobody signs a result that they recorded.
    OwnRecord,
    /// More than policy pays a month.
    ContestAmountTooMuch,
    /// Somebody who has made one check of a case makes none that controls it, or that it controls.
    CheckedBefore,
    /// The same as was annulled, for the same reasons.
    SameAsAnnulled,
    /// There is no such fact.
    NoSuchFact {
        /// Its name.
        fact: String,
    },
    /// That is what is held already.
    SameValue,
    /// Only what a register says can be disputed; what was stated can be corrected.
    NotFromRegister,
    /// A register or an officer says so: it can be disputed, not corrected, by the person.
    NotYoursToCorrect,
    /// There is no such document.
    NoSuchDocument,
    /// No consent was named that may be given or not.
    NoConsentNamed,
    /// Whoever is to have it filed it for the person.
    AssigneeEnteredIt,
    /// No account was named.
    AccountMissing,
    /// The account is somebody else's, and no guardian handed the application in.
    AccountOfAnother,
}

impl Refusal {
    /// The id of its words.
    pub fn text_id(&self) -> &'static str {
        match self {
            Self::Denied(denied) => denied.text_id(),
            Self::Closed => "refusal-closed",
            Self::AlreadyDecided => "refusal-already-decided",
            Self::NotDecided => "refusal-not-decided",
            Self::AssignedToOther => "refusal-assigned-to-other",
            Self::NothingToRelease => "refusal-nothing-to-release",
            Self::AlreadyAssigned => "refusal-already-assigned",
            Self::AlreadyAccepted => "refusal-already-accepted",
            Self::NotAccepted => "refusal-not-accepted",
            Self::IdentityNotConfirmed => "refusal-identity-not-confirmed",
            Self::IdentityAlreadyConfirmed => "refusal-identity-already-confirmed",
            Self::PapersPending { .. } => "refusal-papers-pending",
            Self::NoPapersNamed => "refusal-no-papers-named",
            Self::PaperNotOfService { .. } => "refusal-paper-not-of-service",
            Self::PaperNotThere { .. } => "refusal-paper-not-there",
            Self::ConfirmationOpen { .. } => "refusal-confirmation-open",
            Self::ConfirmationRefused { .. } => "refusal-confirmation-refused",
            Self::NothingToConfirm => "refusal-nothing-to-confirm",
            Self::AlreadyConfirmed => "refusal-already-confirmed",
            Self::NotAsked => "refusal-not-asked",
            Self::SecondPersonMissing => "refusal-second-person-missing",
            Self::OwnConfirmation => "refusal-own-confirmation",
            Self::SecondListNeedsSupervisor => "refusal-second-list-needs-supervisor",
            Self::NothingAskedFor => "refusal-nothing-asked-for",
            Self::OnHold => "refusal-on-hold",
            Self::NotOnHold => "refusal-not-on-hold",
            Self::StillOnHold => "refusal-still-on-hold",
            Self::NoStageBefore => "refusal-no-stage-before",
            Self::NotTheDecidingStage => "refusal-not-the-deciding-stage",
            Self::DecidingStage => "refusal-deciding-stage",
            Self::OtherPlaceDecides => "refusal-other-place-decides",
            Self::DecidedHere => "refusal-decided-here",
            Self::ForwardedToWrongPlace => "refusal-forwarded-to-wrong-place",
            Self::ForwardedToSameCounty => "refusal-forwarded-to-same-county",
            Self::HukouUnconfirmed => "refusal-hukou-unconfirmed",
            Self::ReceiptIncomplete => "refusal-receipt-incomplete",
            Self::NotForwarded => "refusal-not-forwarded",
            Self::ReceiptRecorded => "refusal-receipt-recorded",
            Self::ReceiptNumberMissing => "refusal-receipt-number-missing",
            Self::NotAnOfferingStage => "refusal-not-an-offering-stage",
            Self::OfferWrong => "refusal-offer-wrong",
            Self::NothingOffered => "refusal-nothing-offered",
            Self::NothingToChoose => "refusal-nothing-to-choose",
            Self::ItemChosenBefore => "refusal-item-chosen-before",
            Self::ItemNotOffered => "refusal-item-not-offered",
            Self::ItemToldOtherwise => "refusal-item-told-otherwise",
            Self::ItemNotChosen => "refusal-item-not-chosen",
            Self::LawyerMissing => "refusal-lawyer-missing",
            Self::ReasonsMissing => "refusal-reasons-missing",
            Self::ReasonNotOfService { .. } => "refusal-reason-not-of-service",
            Self::ReasonDoesNotBear { .. } => "refusal-reason-does-not-bear",
            Self::SentenceMissing => "refusal-sentence-missing",
            Self::NotGrantable => "refusal-not-grantable",
            Self::NotAssessed => "refusal-not-assessed",
            Self::CountyRuleOpen => "refusal-county-rule-open",
            Self::RecordedElsewhere => "refusal-recorded-elsewhere",
            Self::FactsMissing => "refusal-facts-missing",
            Self::NothingAgainst => "refusal-nothing-against",
            Self::NothingAgainstTheRest => "refusal-nothing-against-the-rest",
            Self::RestNotExplained => "refusal-rest-not-explained",
            Self::PartWrong => "refusal-part-wrong",
            Self::OverlapNotChosen => "refusal-overlap-not-chosen",
            Self::NoOverlap => "refusal-no-overlap",
            Self::SignaturePending => "refusal-signature-pending",
            Self::NoSignaturePending => "refusal-no-signature-pending",
            Self::OwnDecision => "refusal-own-decision",
            Self::ObjectionToOwnDecision => "refusal-objection-to-own-decision",
            Self::NoNotice => "refusal-no-notice",
            Self::NoticeRunning { .. } => "refusal-notice-running",
            Self::NoticeOver => "refusal-notice-over",
            Self::TooManyObjections => "refusal-too-many-objections",
            Self::ObjectionOpen => "refusal-objection-open",
            Self::NoSuchObjection => "refusal-no-such-objection",
            Self::NoSuchLetter => "refusal-no-such-letter",
            Self::AlreadyServed => "refusal-already-served",
            Self::ServedOnWrong => "refusal-served-on-wrong",
            Self::ServiceNoteMissing { .. } => "refusal-service-note-missing",
            Self::ServiceNoteUnneeded { .. } => "refusal-service-note-unneeded",
            Self::AnnouncementRunning { .. } => "refusal-announcement-running",
            Self::AlreadyContested => "refusal-already-contested",
            Self::NothingContested => "refusal-nothing-contested",
            Self::ContestStepDone => "refusal-contest-step-done",
            Self::NoAnswerToObjection => "refusal-no-answer-to-objection",
            Self::ContestNotTakenUp => "refusal-contest-not-taken-up",
            Self::ContestNumberMissing => "refusal-contest-number-missing",
            Self::ContestDayWrong => "refusal-contest-day-wrong",
            Self::ContestReceivedWrong => "refusal-contest-received-wrong",
            Self::ContestServedWrong => "refusal-contest-served-wrong",
            Self::ContestAgainWrong => "refusal-contest-again-wrong",
            Self::ContestAmountWrong => "refusal-contest-amount-wrong",
            Self::ContestedDecisionGone => "refusal-contested-decision-gone",
            Self::ReconsiderationOfOwnDecision => "refusal-reconsideration-of-own-decision",
            Self::AnnulledOwnDecision => "refusal-annulled-own-decision",
            Self::ReconsiderationRecordedByThem => "refusal-reconsideration-recorded-by-them",
            Self::OwnRecord => "refusal-own-record",
            Self::ContestAmountTooMuch => "refusal-contest-amount-too-much",
            Self::CheckedBefore => "refusal-checked-before",
            Self::SameAsAnnulled => "refusal-same-as-annulled",
            Self::NoSuchFact { .. } => "refusal-no-such-fact",
            Self::SameValue => "refusal-same-value",
            Self::NotFromRegister => "refusal-not-from-register",
            Self::NotYoursToCorrect => "refusal-not-yours-to-correct",
            Self::NoSuchDocument => "refusal-no-such-document",
            Self::NoConsentNamed => "refusal-no-consent-named",
            Self::AssigneeEnteredIt => "refusal-assignee-entered-it",
            Self::AccountMissing => "refusal-account-missing",
            Self::AccountOfAnother => "refusal-account-of-another",
        }
    }
}

impl Refusal {
    /// Whether only something typed stands in the way: the form is shown all the same.
    pub fn is_about_input(&self) -> bool {
        matches!(
            self,
            Self::NoPapersNamed
                | Self::NoConsentNamed
                | Self::AssigneeEnteredIt
                | Self::AccountMissing
                | Self::PaperNotOfService { .. }
                | Self::PaperNotThere { .. }
                | Self::ConfirmationOpen { .. }
                | Self::SecondPersonMissing
                | Self::OwnConfirmation
                | Self::ForwardedToWrongPlace
                | Self::ForwardedToSameCounty
                | Self::HukouUnconfirmed
                | Self::ReceiptIncomplete
                | Self::ReceiptNumberMissing
                | Self::OfferWrong
                | Self::NothingOffered
                | Self::ItemNotOffered
                | Self::LawyerMissing
                | Self::ReasonsMissing
                | Self::ReasonNotOfService { .. }
                | Self::ReasonDoesNotBear { .. }
                | Self::SentenceMissing
                | Self::RestNotExplained
                | Self::PartWrong
                | Self::NoSuchFact { .. }
                | Self::SameValue
                | Self::ServedOnWrong
                | Self::ServiceNoteMissing { .. }
                | Self::ServiceNoteUnneeded { .. }
                | Self::AnnouncementRunning { .. }
                | Self::ContestNumberMissing
                | Self::NoAnswerToObjection
                | Self::ContestDayWrong
                | Self::ContestReceivedWrong
                | Self::ContestServedWrong
                | Self::ContestAgainWrong
                | Self::ContestAmountWrong
                | Self::ContestAmountTooMuch
                | Self::SameAsAnnulled
        )
    }
}

impl From<Denied> for Refusal {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

/// For logs: the id of its words.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text_id())
    }
}

impl std::error::Error for Refusal {}
