//! What stands beside the form of who judges: the facts, what was found before, and what the other case of the same
//! application says otherwise.

use zhida::access::Role;

use crate::harness::Site;
use crate::office::{COUNTY, does, done, filed, officer, page_of, reviewed, submitted};

both_engines!(
    who_decides_reads_what_is_known,
    two_cases_of_one_application_are_not_decided_on_two_stories,
);

async fn who_decides_reads_what_is_known(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    reviewed(&site, reference).await;
    let decider = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let form = format!("{}/decide", page_of(reference));
    let page = decider.browser.open(&form).await;
    let known = page.text("[aria-labelledby=known]");
    for says in [
        "家庭情况：低保家庭",
        "乡镇、街道受理和初审：符合条件",
        "残联核对残疾人证：符合条件",
    ] {
        assert!(known.contains(says), "{says}: {known}");
    }
    // It is there still where the form comes back with a mistake.
    let wrong = does(&decider, reference, "decide", &[("outcome", "grant")]).await;
    assert_eq!(wrong.text("[aria-labelledby=known]"), known);
    let note = decider.browser.open(&format!("{}/note", page_of(reference))).await;
    assert!(!note.has("[aria-labelledby=known]"), "a note judges nothing");
}

async fn two_cases_of_one_application_are_not_decided_on_two_stories(site: Site) {
    let living = submitted(&site, "S01", "living_subsidy", None);
    let mut care = submitted(&site, "S01", "care_subsidy", None);
    care.application = living.application;
    let (living, care) = (filed(&site, living).await, filed(&site, care).await);
    for reference in [living, care] {
        reviewed(&site, reference).await;
    }
    let decider = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let decide = async || decider.browser.open(&format!("{}/decide", page_of(care))).await;
    let before = decide().await.text("[aria-labelledby=known]");
    assert!(before.contains("一起申请的困难残疾人生活补贴"), "{before}");
    assert!(!before.contains("不一样"), "{before}");
    let marginal = [
        ("value", "dibao_marginal"),
        ("source", "stated"),
        ("sentence", "民政系统里查到的是低保边缘。"),
    ];
    done(&decider, living, "correct?fact=household.aid_status", &marginal).await;
    let after = decide().await;
    let heed = after.text("[aria-labelledby=known] .notice-wait");
    assert!(heed.contains("这一件是低保家庭，那一件是低保边缘家庭"), "{heed}");
    // How the other one ended stands there too, and in the list of the case.
    let refuse = [
        ("outcome", "refuse"),
        ("reasons", "NOT_LOW_INCOME"),
        ("sentence", "您家不在低保范围里。"),
    ];
    done(&decider, living, "decide", &refuse).await;
    let second = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    done(&second, living, "sign_second", &[("sign", "yes")]).await;
    let told = decide().await.text("[aria-labelledby=known] .notice-wait");
    assert!(told.contains("没有批准"), "{told}");
    let page = decider.browser.open(&page_of(care)).await;
    assert!(page.text("[aria-labelledby=duplicates]").contains("没有批准"));
}
