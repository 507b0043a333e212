//! What the eligibility check found: per service the outcome, why, how much, and what can be done.
//! It decides nothing; people do.

use leptos::prelude::*;
use zhida::calendar::Month;
use zhida::money::Fen;

use super::service::Paper;
use super::{Hold, to_do};
use crate::components::amount::{Value, amount};
use crate::components::back_link::back_link;
use crate::components::conditions::{Condition, conditions};
use crate::components::details::more;
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::components::tag::{Tone, tag};
use crate::frame::{Page, Section};
use crate::text::{Name, Phrase, Text};

/// What was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The county whose rules were used, where it is known.
    pub county: Option<Name>,
    /// The page where answers can be changed.
    pub change: String,
    /// Per service.
    pub services: Vec<Assessed>,
    /// Where those worth applying for are applied for in one go, if they are several.
    pub together: Option<String>,
}

/// One service.
#[derive(Clone, Debug)]
pub struct Assessed {
    /// Its code.
    pub code: String,
    /// Its official name.
    pub name: Phrase,
    /// What came out.
    pub outcome: Outcome,
    /// Why: the conditions that settled it or are still open, in the order of the rules.
    pub reasons: Vec<Reason>,
    /// The other conditions, all of them met: for those who want to know exactly.
    pub also_met: Vec<Reason>,
    /// What never changes the outcome but is good to know.
    pub notes: Vec<Phrase>,
    /// What could be done about a certificate that is missing, and where.
    pub to_do: Vec<Phrase>,
    /// What used could not be verified, if something could not.
    pub unverified: Option<Unverified>,
    /// What the applicant has to have ready; nothing where it makes no sense to apply now.
    pub papers: Vec<Paper>,
    /// Where it can be applied for online, if it can: whatever the outcome.
    pub apply: Option<String>,
}

/// What no document was found for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unverified {
    /// The amount that is shown.
    Amount,
    /// A rule that settled it.
    Rule,
}

/// What came out.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Probably granted.
    Eligible {
        /// A month's amount.
        monthly: Fen,
        /// The first month.
        from: Month,
    },
    /// Probably granted: a thing or a service.
    InKind,
    /// A professional has to look first.
    AfterAssessment {
        /// What is named before anybody has looked.
        suggested: Vec<Phrase>,
        /// The page of all the things that can be given.
        items: Option<String>,
    },
    /// This or another benefit: the person chooses.
    ChooseOne {
        /// A month's amount of this one.
        this: Fen,
        /// A month's amount of the other.
        other: Fen,
        /// The other.
        other_name: Phrase,
        /// The first month.
        from: Month,
    },
    /// Would be granted once the certificate is in order.
    OnHold(Hold),
    /// Decided by the rules of another place.
    LocalRule,
    /// The county's own rule says, which nobody has looked up yet.
    CountyRule,
    /// Given for a matter, which nobody is asked about here.
    NeedsMatter,
    /// Not granted on these answers.
    Ineligible {
        /// What together would turn it; empty if nothing can.
        nearest: Vec<Phrase>,
        /// Whether facts that nobody was asked for have a say in that as well.
        open: bool,
        /// A month's amount then.
        then: Option<Fen>,
    },
    /// Answers are missing.
    Unknown {
        /// What is missing, and the page that asks it.
        missing: Vec<(Phrase, String)>,
        /// A month's amount where the conditions turn out to be met.
        then: Option<Fen>,
    },
}

impl Outcome {
    /// Whether nothing that is known speaks against it.
    pub fn is_worth_applying(&self) -> bool {
        match self {
            Self::Eligible { .. }
            | Self::InKind
            | Self::AfterAssessment { .. }
            | Self::ChooseOne { .. }
            | Self::OnHold(_)
            | Self::CountyRule => true,
            Self::LocalRule | Self::NeedsMatter | Self::Ineligible { .. } | Self::Unknown { .. } => false,
        }
    }
}

/// A condition and what became of it.
#[derive(Clone, Debug)]
pub struct Reason {
    /// Whether it speaks for the service.
    pub standing: Standing,
    /// The reason in plain words.
    pub says: Phrase,
    /// What was answered.
    pub answer: Option<Phrase>,
    /// The document it rests on.
    pub basis: Option<Phrase>,
    /// The page that asks for what is missing.
    pub ask: Option<String>,
}

/// Whether a condition speaks for a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// For it.
    For,
    /// Against it.
    Against,
    /// Must be put in order first.
    Hold,
    /// A professional has to establish it first.
    Assess,
    /// Not known yet.
    Open,
}

/// The page of the result.
pub fn page(text: Text<'_>, found: &Found) -> Page {
    let (id, count) = title(&found.services);
    let values = [("count", count.into())];
    let values = if count > 0 { &values[..] } else { &[] };
    let county = found
        .county
        .as_ref()
        .map(|county| county.shown(text.language()).0.to_owned());
    let lead = match county {
        Some(county) => text.with("check-result-lead", &[("county", county.into())]),
        None => text.get("check-result-lead-anywhere"),
    };
    let body = view! {
        {back_link(text.get("check-change"), found.change.clone())}
        <div class="page-head">
            <h1>{heading::words(text.phrases(id, values))}</h1>
            <p class="lead">{lead}</p>
            <p>{text.get("check-not-a-decision")}</p>
        </div>
        <div class="split">
            <div class="flow">{groups(text, &found.services)}</div>
            <aside class="split-aside stack-4" aria-label=text.get("check-next")>{next(text, found)}</aside>
        </div>
    };
    Page::new(text.with(id, values), body).in_section(Section::Check)
}

/// The best news there is.
fn title(services: &[Assessed]) -> (&'static str, usize) {
    let count = |wanted: fn(&Outcome) -> bool| services.iter().filter(|service| wanted(&service.outcome)).count();
    let likely = count(|outcome| {
        matches!(
            outcome,
            Outcome::Eligible { .. } | Outcome::InKind | Outcome::ChooseOne { .. }
        )
    });
    let any = |wanted: fn(&Outcome) -> bool| count(wanted) > 0;
    if likely > 0 {
        ("check-title-some", likely)
    } else if any(|outcome| matches!(outcome, Outcome::AfterAssessment { .. })) {
        (
            "check-title-assess",
            count(|outcome| matches!(outcome, Outcome::AfterAssessment { .. })),
        )
    } else if any(|outcome| matches!(outcome, Outcome::OnHold(_))) {
        ("check-title-hold", 0)
    } else if any(|outcome| matches!(outcome, Outcome::Unknown { .. })) {
        ("check-title-open", 0)
    } else if any(|outcome| matches!(outcome, Outcome::CountyRule)) {
        ("check-title-county", 0)
    } else if any(|outcome| matches!(outcome, Outcome::LocalRule)) {
        ("check-title-elsewhere", 0)
    } else {
        ("check-title-none", 0)
    }
}

/// What the services are sorted into, the best first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    /// Probably granted.
    Entitled,
    /// Once a professional has looked.
    AfterAssessment,
    /// Perhaps: something is to be put in order, answered or looked at first.
    Perhaps,
    /// For a matter, for whoever has one.
    ForAMatter,
    /// Another place's rules say.
    Elsewhere,
    /// Not on these answers.
    No,
}

impl Group {
    const ALL: [Self; 6] = [
        Self::Entitled,
        Self::AfterAssessment,
        Self::Perhaps,
        Self::ForAMatter,
        Self::Elsewhere,
        Self::No,
    ];

    fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Eligible { .. } | Outcome::InKind | Outcome::ChooseOne { .. } => Self::Entitled,
            Outcome::AfterAssessment { .. } => Self::AfterAssessment,
            Outcome::OnHold(_) | Outcome::CountyRule | Outcome::Unknown { .. } => Self::Perhaps,
            Outcome::LocalRule => Self::Elsewhere,
            Outcome::NeedsMatter => Self::ForAMatter,
            Outcome::Ineligible { .. } => Self::No,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Entitled => "check-group-entitled",
            Self::AfterAssessment => "check-group-assess",
            Self::Perhaps => "check-group-perhaps",
            Self::ForAMatter => "check-group-matter",
            Self::Elsewhere => "check-group-elsewhere",
            Self::No => "check-group-no",
        }
    }
}

/// The services in their groups; a group without any is not there.
fn groups(text: Text<'_>, services: &[Assessed]) -> AnyView {
    let groups = Group::ALL.into_iter().filter_map(|group| {
        let mut of_it = services
            .iter()
            .filter(|service| Group::of(&service.outcome) == group)
            .peekable();
        of_it.peek()?;
        let of_it = of_it.map(|service| outcome(text, service)).collect_view();
        Some(view! { <h2>{text.get(group.title())}</h2>{of_it} })
    });
    groups.collect_view().into_any()
}

fn outcome(text: Text<'_>, service: &Assessed) -> AnyView {
    let (tone, words) = match service.outcome {
        Outcome::Eligible { .. } | Outcome::InKind => (Tone::Ok, text.get("check-eligible")),
        Outcome::AfterAssessment { .. } => (Tone::Wait, text.get("check-assess")),
        Outcome::ChooseOne { .. } => (Tone::Ok, text.get("check-choose-one")),
        Outcome::OnHold(_) => (Tone::Wait, text.get("check-on-hold")),
        Outcome::LocalRule => (Tone::Open, text.get("check-local-rule")),
        Outcome::CountyRule => (Tone::Wait, text.get("check-county-rule")),
        Outcome::NeedsMatter => (Tone::Plain, text.get("check-needs-matter")),
        Outcome::Ineligible { .. } => (Tone::No, text.get("check-ineligible")),
        Outcome::Unknown { .. } => (Tone::Open, text.get("check-unknown")),
    };
    let id = format!("service-{}", service.code);
    let notes = service.notes.iter().map(|note| view! { <p>{text.say(note)}</p> });
    let unverified = service.unverified.map(|what| {
        let (title, says) = match what {
            Unverified::Amount => ("service-unverified", "service-unverified-says"),
            Unverified::Rule => ("check-unverified", "check-unverified-says"),
        };
        notice(Kind::Wait, text.get(title), view! { <p>{text.get(says)}</p> })
    });
    view! {
        <section class="outcome flow" aria-labelledby=id.clone()>
            <div class="outcome-head"><h3 id=id.clone()>{text.say(&service.name)}</h3>{tag(tone, words)}</div>
            {what_it_means(text, service)}
            {unverified}
            {why(text, service)}
            {to_do(text, &service.to_do)}
            {notes.collect_view()}
            {what_would_change_it(text, &service.outcome)}
            {papers(text, service)}
            {apply_anyway(text, service)}
        </section>
    }
    .into_any()
}

fn what_it_means(text: Text<'_>, service: &Assessed) -> AnyView {
    match &service.outcome {
        Outcome::Eligible { monthly, from } => {
            let says = text.with(
                "check-amount",
                &[
                    ("amount", text.money(*monthly).into()),
                    ("from", text.month(*from).into()),
                ],
            );
            view! { <p>{says}</p> }.into_any()
        }
        Outcome::InKind => view! { <p>{text.get("check-in-kind-says")}</p> }.into_any(),
        Outcome::AfterAssessment { suggested, items } => {
            let browse = items.clone().map(|href| {
                let words = text.with("check-items", &[("service", text.say(&service.name).into())]);
                view! { <p><a href=href>{words}</a></p> }
            });
            view! { <p>{text.get("check-assess-says")}</p>{named(text, suggested)}{browse} }.into_any()
        }
        Outcome::ChooseOne {
            this,
            other,
            other_name,
            from,
        } => both_amounts(text, (&service.name, *this), (other_name, *other), *from),
        Outcome::OnHold(hold) => {
            let says = hold
                .says(text, "check-hold-says")
                .into_iter()
                .map(|says| view! { <p>{says}</p> });
            view! { {says.collect_view()}{hold.to_do(text)} }.into_any()
        }
        Outcome::LocalRule => view! { <p>{text.get("check-local-rule-says")}</p> }.into_any(),
        Outcome::CountyRule => view! { <p>{text.get("check-county-rule-says")}</p> }.into_any(),
        Outcome::NeedsMatter => view! { <p>{text.get("check-needs-matter-says")}</p> }.into_any(),
        Outcome::Ineligible { .. } => ().into_any(),
        Outcome::Unknown { missing, then } => {
            let then = then.map(|then| {
                let says = text.with("check-unknown-then", &[("amount", text.money(then).into())]);
                view! { <p>{says}</p> }
            });
            let missing = missing.iter().map(|(says, href)| {
                let href = href.clone();
                view! { <li><a href=href>{text.say(says)}</a></li> }
            });
            view! {
                {then}
                <p>{text.get("check-unknown-says")}</p>
                <ul class="link-list" role="list">{missing.collect_view()}</ul>
            }
            .into_any()
        }
    }
}

/// What is named before anybody has looked.
pub(crate) fn named(text: Text<'_>, suggested: &[Phrase]) -> Option<AnyView> {
    if suggested.is_empty() {
        return None;
    }
    let things = suggested.iter().map(|thing| view! { <li>{text.say(thing)}</li> });
    Some(view! { <p>{text.get("items-suggested")}</p><ul>{things.collect_view()}</ul> }.into_any())
}

/// Both amounts, side by side, and the difference in words.
pub(crate) fn both_amounts(
    text: Text<'_>,
    (this_name, this): (&Phrase, Fen),
    (other_name, other): (&Phrase, Fen),
    from: Month,
) -> AnyView {
    let per = || text.get("check-per-month");
    let both = amount(vec![
        (text.say(this_name), Value::Figure(text.money(this), per())),
        (text.say(other_name), Value::Figure(text.money(other), per())),
    ]);
    let difference = text.money(Fen((this.0 - other.0).abs()));
    let (this_name, other_name) = (text.say(this_name), text.say(other_name));
    let advice = match this.cmp(&other) {
        std::cmp::Ordering::Greater => text.with(
            "check-take-this",
            &[
                ("this", this_name.into()),
                ("difference", difference.into()),
                ("other", other_name.into()),
            ],
        ),
        std::cmp::Ordering::Less => text.with(
            "check-keep-other",
            &[
                ("this", this_name.into()),
                ("difference", difference.into()),
                ("other", other_name.into()),
            ],
        ),
        std::cmp::Ordering::Equal => text.get("check-either"),
    };
    view! {
        <p>{text.get("check-choose-one-says")}</p>
        {both}
        <p>{advice}</p>
        <p>{text.with("check-from", &[("from", text.month(from).into())])}</p>
    }
    .into_any()
}

fn why(text: Text<'_>, service: &Assessed) -> AnyView {
    let first = (!service.reasons.is_empty())
        .then(|| view! { <h4>{text.get("check-why")}</h4>{lines(text, &service.reasons)} });
    let also = (!service.also_met.is_empty()).then(|| {
        let count = text.with("check-also-met", &[("count", service.also_met.len().into())]);
        more(count, lines(text, &service.also_met))
    });
    view! { {first}{also} }.into_any()
}

fn lines(text: Text<'_>, reasons: &[Reason]) -> AnyView {
    let lines = reasons.iter().map(|reason| {
        let (tone, state) = match reason.standing {
            Standing::For => (Tone::Ok, text.get("check-for")),
            Standing::Against => (Tone::No, text.get("check-against")),
            Standing::Hold => (Tone::Wait, text.get("check-hold")),
            Standing::Assess => (Tone::Wait, text.get("check-assess")),
            Standing::Open => (Tone::Open, text.get("check-open")),
        };
        let answer = reason.answer.as_ref().map(|answer| text.say(answer));
        let basis = reason.basis.as_ref().map(|basis| text.say(basis));
        let basis = match (answer, basis) {
            (Some(answer), Some(basis)) => Some(text.with(
                "check-answer-basis",
                &[("answer", answer.into()), ("basis", basis.into())],
            )),
            (Some(answer), None) => Some(text.with("check-answer", &[("answer", answer.into())])),
            (None, Some(basis)) => Some(text.with("check-basis", &[("basis", basis.into())])),
            (None, None) => None,
        };
        Condition {
            tone,
            state,
            says: text.say(&reason.says),
            basis,
            ask: reason.ask.clone().map(|href| (text.get("check-answer-now"), href)),
        }
    });
    conditions(lines.collect())
}

fn what_would_change_it(text: Text<'_>, outcome: &Outcome) -> Option<AnyView> {
    let Outcome::Ineligible { nearest, open, then } = outcome else {
        return None;
    };
    if nearest.is_empty() {
        return None;
    }
    let then = then.map(|amount| {
        view! { <p>{text.with("check-change-then", &[("amount", text.money(amount).into())])}</p> }
    });
    let changes = nearest.iter().map(|change| view! { <li>{text.say(change)}</li> });
    let title = if *open { "check-if-open" } else { "check-if" };
    Some(
        view! {
            <div class="ifthen">
                <h4>{text.with(title, &[("count", nearest.len().into())])}</h4>
                <ul>{changes.collect_view()}</ul>
                {then}
            </div>
        }
        .into_any(),
    )
}

/// What to have ready, and where all of it stands.
fn papers(text: Text<'_>, service: &Assessed) -> Option<AnyView> {
    if service.papers.is_empty() {
        return None;
    }
    let papers = service.papers.iter().map(|paper| {
        let note = paper.note.as_ref().map(|note| text.say(note)).unwrap_or_default();
        let line = text.with(
            "check-paper",
            &[("paper", text.say(&paper.name).into()), ("note", note.into())],
        );
        view! { <li>{line}</li> }
    });
    let href = format!("/services/{}#papers", service.code);
    Some(
        view! {
            <h4>{text.get("check-papers")}</h4>
            <ul>{papers.collect_view()}</ul>
            <p><a href=href>{text.with("check-papers-all", &[("service", text.say(&service.name).into())])}</a></p>
        }
        .into_any(),
    )
}

/// The portal never refuses by itself.
fn apply_anyway(text: Text<'_>, service: &Assessed) -> Option<AnyView> {
    let likely = service.outcome.is_worth_applying();
    let apply = service.apply.clone();
    match (likely, apply) {
        (true, _) => None,
        (false, Some(href)) => Some(
            view! {
                <p>{text.get("check-anyway")}</p>
                <p><a href=href>{text.with("check-anyway-apply", &[("service", text.say(&service.name).into())])}</a></p>
            }
            .into_any(),
        ),
        (false, None) => Some(view! { <p>{text.get("check-anyway-window")}</p> }.into_any()),
    }
}

fn next(text: Text<'_>, found: &Found) -> AnyView {
    let likely = found
        .services
        .iter()
        .filter(|service| service.outcome.is_worth_applying());
    let single: Vec<(String, String)> = likely
        .filter_map(|service| {
            let words = if found.together.is_some() {
                "check-apply-only"
            } else {
                "check-apply"
            };
            let words = text.with(words, &[("service", text.say(&service.name).into())]);
            Some((service.apply.clone()?, words))
        })
        .collect();
    let buttons = if let Some(href) = &found.together {
        let words = text.with("check-apply-together", &[("count", single.len().into())]);
        let others = single
            .iter()
            .map(|(href, words)| view! { <p><a href=href.clone()>{words.clone()}</a></p> });
        view! { <a class="button" href=href.clone()>{words}</a>{others.collect_view()} }.into_any()
    } else {
        let buttons = single
            .iter()
            .map(|(href, words)| view! { <a class="button" href=href.clone()>{words.clone()}</a> });
        buttons.collect_view().into_any()
    };
    let kept = found.services.iter().filter_map(|service| match &service.outcome {
        Outcome::ChooseOne { other_name, .. } => {
            let words = text.with("check-next-keep", &[("other", text.say(other_name).into())]);
            Some(view! { <p>{words}</p> })
        }
        _ => None,
    });
    let how = if single.is_empty() {
        view! { <p>{text.get("check-next-window")}</p><p><a href="/help#window">{text.get("frame-window-more")}</a></p> }
            .into_any()
    } else {
        view! { {buttons}{kept.collect_view()}<p class="hint">{text.get("check-next-carried")}</p> }.into_any()
    };
    view! {
        <div class="doit">
            <h2 class="h3">{text.get("check-next")}</h2>
            {how}
            <p class="hint">{text.get("check-not-kept")}</p>
        </div>
    }
    .into_any()
}
