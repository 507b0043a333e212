//! What a check found, as its result page says it: per service the outcome, why, how much, what would change it.

use zhida::apply::{Answer, Journey, asks_for, leading};
use zhida::assess::{Assessment, Outcome, assess, change_text_id, missing_facts, way_in, whole_amount};
use zhida::calendar::Month;
use zhida::catalogue::{Item, Page, PageKind, Rule, RuleKind, Service, text_id};
use zhida::rule::{PolicyValues, Program};
use zhida_app::catalogue::Hold;
use zhida_app::catalogue::result::{Assessed, Found, Outcome as Shown, Reason, Standing, Unverified};
use zhida_app::catalogue::service::{Paper, PaperFrom};
use zhida_app::text::{Phrase, Said};

use super::check::Check;
use super::{items, words};
use crate::web::Fault;

/// The whole result.
pub(super) fn found(check: &Check, journey: &Journey<'_>) -> Result<Found, Fault> {
    let policy = check.policy()?;
    let services = check.services();
    let services = services.iter().map(|service| {
        let assessment = assess(service, &journey.facts, &policy);
        Finding {
            check,
            journey,
            service,
            policy: &policy,
            assessment,
        }
        .shown()
    });
    let services: Vec<Assessed> = services.collect();
    Ok(Found {
        county: check.county().and_then(words::division_name),
        change: check.address("answers"),
        together: together(check, &services),
        services,
    })
}

/// Where everything worth applying for is applied for in one go; one alone has its own way, and what is confidential is always
/// applied for alone.
fn together(check: &Check, services: &[Assessed]) -> Option<String> {
    let worth =
        check.services().into_iter().zip(services).filter(|(service, shown)| {
            !service.confidential && shown.outcome.is_worth_applying() && shown.apply.is_some()
        });
    let codes: Vec<&str> = worth.map(|(service, _)| service.code.as_str()).collect();
    (codes.len() > 1).then(|| format!("{}?service={}", check.address("apply"), codes.join(",")))
}

/// One service's finding and what it was made from.
struct Finding<'a> {
    check: &'a Check,
    journey: &'a Journey<'a>,
    service: &'a Service,
    policy: &'a PolicyValues,
    assessment: Assessment<'a>,
}

impl Finding<'_> {
    fn shown(&self) -> Assessed {
        // The grounds are what the service is about; of the rest, what is met needs no line of its own.
        let grounds = 0..self.service.groups.len();
        let mut reasons: Vec<Reason> = grounds.flat_map(|group| self.grounds(group)).collect();
        let (also_met, others): (Vec<Reason>, Vec<Reason>) = self
            .others()
            .into_iter()
            .partition(|reason| reason.standing == Standing::For);
        reasons.extend(others);
        // Of what another place decides, and of what nobody was asked about, no conditions are told.
        let elsewhere = match self.assessment.outcome {
            Outcome::ConditionalLocalRule => !self.for_county_rule(),
            Outcome::NeedsMatter => true,
            _ => false,
        };
        Assessed {
            code: self.service.code.clone(),
            name: words::of("service", &self.service.code),
            outcome: self.outcome(),
            reasons: if elsewhere { Vec::new() } else { reasons },
            also_met: if elsewhere { Vec::new() } else { also_met },
            notes: self
                .held(RuleKind::Note)
                .map(|rule| words::of("reason", &rule.id))
                .collect(),
            to_do: if self.hold_matters() { Vec::new() } else { self.to_do() },
            papers: self.papers(),
            unverified: self.unverified(),
            apply: Some(format!("{}?service={}", self.check.address("apply"), self.service.code)),
        }
    }

    fn outcome(&self) -> Shown {
        let from = Month::of(self.check.portal.today());
        let assessment = &self.assessment;
        match (assessment.outcome, assessment.monthly, assessment.other_monthly) {
            (Outcome::EligibleSubjectToAssessment, _, _) => Shown::AfterAssessment {
                suggested: items::names(self.suggested()),
                items: items::address(self.service),
            },
            (Outcome::Eligible, None, _) if self.service.in_kind() => Shown::InKind,
            (Outcome::Eligible, Some(monthly), _) => Shown::Eligible { monthly, from },
            (Outcome::ChooseOne, Some(this), Some(other)) => Shown::ChooseOne {
                this,
                other,
                other_name: self.other_name(),
                from,
            },
            (Outcome::OnHold, _, _) => Shown::OnHold(Hold {
                // Why stands among the conditions below.
                why: Vec::new(),
                to_do: self.to_do(),
                then: assessment.then.as_ref().and_then(|then| then.monthly),
            }),
            (Outcome::ConditionalLocalRule, _, _) if self.for_county_rule() => Shown::CountyRule,
            (Outcome::ConditionalLocalRule, _, _) => Shown::LocalRule,
            (Outcome::NeedsMatter, _, _) => Shown::NeedsMatter,
            (Outcome::Ineligible, _, _) => self.ineligible(),
            (Outcome::Unknown | Outcome::Eligible | Outcome::ChooseOne, _, _) => Shown::Unknown {
                missing: self.missing(),
                then: whole_amount(self.service, &self.journey.facts, self.policy),
            },
        }
    }

    fn for_county_rule(&self) -> bool {
        self.assessment.is_for_county_rule(self.service)
    }

    fn suggested(&self) -> impl Iterator<Item = &Item> {
        let items = self.service.items.iter();
        items.flat_map(|items| items.suggested(&self.journey.facts, self.policy))
    }

    /// What to have ready, where applying makes sense.
    fn papers(&self) -> Vec<Paper> {
        let sensible = matches!(
            self.assessment.outcome,
            Outcome::Eligible | Outcome::EligibleSubjectToAssessment | Outcome::ChooseOne | Outcome::OnHold
        );
        let papers = super::service::papers(self.service).into_iter();
        papers
            .filter(|paper| sensible && paper.from == PaperFrom::User)
            .collect()
    }

    /// What must be done about the certificate, and where.
    fn to_do(&self) -> Vec<Phrase> {
        words::to_do_for(self.service, &self.assessment)
    }

    /// What together would turn it, and what it would pay then.
    fn ineligible(&self) -> Shown {
        let catalogue = &self.check.portal.catalogue;
        let today = self.check.portal.today();
        let way = way_in(catalogue, self.service, &self.journey.facts, self.policy, today);
        let mut changed = self.journey.facts.clone();
        for change in &way.changes {
            changed.state(change.fact, change.to.clone());
        }
        let then = assess(self.service, &changed, self.policy).monthly;
        // What nobody was asked for may already be so: it is named as a condition, not as something to change.
        let named = way.changes.iter().map(|change| {
            let known = self.journey.facts.get(change.fact).is_some();
            let rule = self
                .service
                .rules
                .iter()
                .find(|rule| rule.when.facts().contains(&change.fact));
            match rule {
                Some(rule) if !known => words::part("reason", &rule.id, "check"),
                _ => Phrase::new(change_text_id(catalogue, self.service, change.fact)),
            }
        });
        Shown::Ineligible {
            nearest: named.collect(),
            open: way.open,
            then: if way.changes.is_empty() { None } else { then },
        }
    }

    fn missing(&self) -> Vec<(Phrase, String)> {
        let missing = self.assessment.missing.iter();
        let pages = self.check.portal.catalogue.pages.iter();
        let facts = &self.journey.facts;
        let asks = pages.filter(|page| missing.clone().any(|missing| asks_for(page, *missing, facts)));
        let mut asked: Vec<&Page> = Vec::new();
        for page in asks.map(|page| self.asking(page)) {
            if !asked.iter().any(|other| other.id == page.id) {
                asked.push(page);
            }
        }
        let asks = asked.into_iter();
        asks.map(|page| (words::part("page", &page.id, "short"), self.check.address(&page.id)))
            .collect()
    }

    /// The page to answer for what a page asks: another one first, where this one follows from what is not known.
    fn asking<'p>(&'p self, page: &'p Page) -> &'p Page {
        leading(page, &self.journey.answered, &self.check.answers).unwrap_or(page)
    }

    /// What the benefit is called that cannot be had beside this one.
    fn other_name(&self) -> Phrase {
        let page = self.held(RuleKind::Overlap).find_map(|rule| self.page_of(rule));
        page.map_or_else(
            || words::of("service", &self.service.code),
            |page| words::part("page", &page.id, "short"),
        )
    }

    /// The rules of a phase that hold.
    fn held(&self, kind: RuleKind) -> impl Iterator<Item = &Rule> {
        let held = self
            .service
            .rules_of(kind)
            .filter(|(index, _)| self.result(*index) == Some(true));
        held.map(|(_, rule)| rule)
    }

    fn result(&self, rule: usize) -> Option<bool> {
        self.assessment.results.get(rule).copied().flatten()
    }

    /// Whether what a hold asks for would help: not where the service is out of reach in any case.
    fn hold_matters(&self) -> bool {
        self.assessment.outcome != Outcome::Ineligible
    }

    /// The conditions beside the grounds, in the order of the rules; of the unknown ones those that still matter. A
    /// certificate that is not in order is so in one way: of the other ways nothing is said beside it.
    fn others(&self) -> Vec<Reason> {
        let still_open = missing_facts(&self.assessment);
        let not_in_order = [RuleKind::Certificate, RuleKind::Hold];
        let not_in_order = not_in_order.into_iter().any(|kind| self.held(kind).next().is_some());
        let mut reasons = Vec::new();
        for (index, rule) in self.service.rules.iter().enumerate() {
            let reason = match (rule.kind, self.result(index)) {
                (RuleKind::Ground | RuleKind::Note | RuleKind::Overlap, _) => continue,
                (RuleKind::Hold, Some(true)) if !self.hold_matters() => continue,
                (RuleKind::Hold, Some(false)) if not_in_order => continue,
                (RuleKind::Hold, Some(true)) => self.reason(Standing::Hold, words::of("reason", &rule.id), rule),
                // What only counts as something, nobody having been asked, is not told as if they had said it.
                (_, Some(false)) if self.is_presumed(rule) => continue,
                (RuleKind::Assessment, Some(true)) => {
                    self.reason(Standing::Assess, words::of("reason", &rule.id), rule)
                }
                (_, Some(true)) => self.reason(Standing::Against, words::of("reason", &rule.id), rule),
                (_, Some(false)) => self.reason(Standing::For, words::part("reason", &rule.id, "check"), rule),
                (_, None) if rule.when.facts().iter().any(|fact| still_open.contains(fact)) => {
                    self.reason(Standing::Open, words::part("reason", &rule.id, "check"), rule)
                }
                (_, None) => continue,
            };
            reasons.push(reason);
        }
        reasons
    }

    fn is_presumed(&self, rule: &Rule) -> bool {
        let vocabulary = &self.check.portal.catalogue.vocabulary;
        let mut facts = rule.when.facts().iter();
        facts.all(|fact| vocabulary.presumed(*fact).is_some())
    }

    /// Of the alternative grounds of a group the one that holds, why none does, or what is still open.
    fn grounds(&self, group: usize) -> Vec<Reason> {
        // Without a certificate there is nothing to judge: what it would say, nobody has said.
        if self.held(RuleKind::Certificate).next().is_some() {
            return Vec::new();
        }
        let still_open = missing_facts(&self.assessment);
        let of_group = || {
            let grounds = self.service.rules_of(RuleKind::Ground);
            grounds.filter(move |(_, rule)| rule.group == group)
        };
        if let Some((_, rule)) = of_group().find(|(index, _)| self.result(*index) == Some(true)) {
            return vec![self.reason(Standing::For, words::of("reason", &rule.id), rule)];
        }
        let open = of_group().filter(|(index, rule)| {
            self.result(*index).is_none() && rule.when.facts().iter().any(|fact| still_open.contains(fact))
        });
        let open: Vec<Reason> = open
            .map(|(_, rule)| self.reason(Standing::Open, words::part("reason", &rule.id, "check"), rule))
            .collect();
        let failed = of_group().all(|(index, _)| self.result(index) == Some(false));
        match (of_group().next(), self.service.groups.get(group)) {
            (Some((_, rule)), Some(group)) if failed => {
                vec![self.reason(Standing::Against, words::of("reason", &group.otherwise), rule)]
            }
            _ => open,
        }
    }

    fn reason(&self, standing: Standing, says: Phrase, rule: &Rule) -> Reason {
        let page = self.page_of(rule);
        let ask = page
            .filter(|_| standing == Standing::Open)
            .map(|page| self.check.address(&self.asking(page).id));
        Reason {
            standing,
            says,
            answer: page.and_then(|page| self.answer(page, rule)),
            basis: words::basis(rule.basis.as_deref()),
            ask,
        }
    }

    /// The page that asks for what a rule reads.
    fn page_of(&self, rule: &Rule) -> Option<&Page> {
        let asks = |page: &&Page| page.facts.iter().any(|fact| rule.when.facts().contains(fact));
        self.check.portal.catalogue.pages.iter().find(asks)
    }

    /// What was answered, where it says something about the rule.
    fn answer(&self, page: &Page, rule: &Rule) -> Option<Phrase> {
        let subject = text_id("page", &page.id);
        match self.check.answers.get(&page.id)? {
            Answer::Unknown => Some(Phrase::new("question-unknown")),
            Answer::County(county) => {
                let name = words::division_name(*county)?;
                Some(Phrase::new("check-answer-place").with("place", Said::Name(name)))
            }
            Answer::Outside => Some(Phrase::new("place-outside")),
            Answer::Choice(id) => Some(Phrase::new(text_id(&subject, id))),
            Answer::Flags(ids) if ids.is_empty() => Some(Phrase::new("question-none-of-these")),
            Answer::Flags(ids) => {
                let PageKind::Flags(options) = &page.kind else {
                    return None;
                };
                let mut chosen = options.iter().filter(|option| ids.contains(&option.id));
                let about = chosen.find(|option| option.set.iter().any(|(fact, _)| rule.when.facts().contains(fact)));
                about.map(|option| Phrase::new(text_id(&subject, &option.id)))
            }
            Answer::NotReceived => Some(Phrase::new("question-not-received")),
            Answer::Amount(amount) => Some(Phrase::new("check-answer-amount").with("amount", Said::Money(*amount))),
            Answer::Text(_) | Answer::List(_) => None,
            Answer::Measured(quantity) => {
                Some(Phrase::new("check-answer-measured").with("value", Said::Quantity(*quantity)))
            }
        }
    }

    /// Whether the amount that is shown, or else a rule that settled it, rests on nothing that could be found. Where
    /// another place decides, neither is said of it.
    fn unverified(&self) -> Option<Unverified> {
        let portal = &self.check.portal;
        let county = self.check.county().unwrap_or(zhida::place::DivisionCode::HUNAN);
        let policy = portal.policy();
        let month = Month::of(portal.today());
        let amount = self.service.benefit.monthly().map_or(&[][..], Program::policies);
        let amount = amount.iter().any(|key| {
            let source = policy.find(*key, county, month);
            source.is_some_and(|source| source.entry.basis == words::UNVERIFIED)
        });
        let by_rule = self.assessment.reasons.iter().any(|reason| {
            let rule = self.service.rules.iter().find(|rule| rule.id == *reason);
            rule.is_some_and(|rule| rule.basis.as_deref() == Some(words::UNVERIFIED))
        });
        let then = self.assessment.then.as_ref().and_then(|then| then.monthly);
        let shown = self.assessment.monthly.or(then).is_some() || self.assessment.outcome == Outcome::Unknown;
        match self.assessment.outcome {
            Outcome::ConditionalLocalRule => None,
            _ if amount && shown => Some(Unverified::Amount),
            _ => by_rule.then_some(Unverified::Rule),
        }
    }
}
