//! What a counter prints to be signed, and the list for the notice board.

use reqwest::StatusCode;
use zhida::access::Role;

use crate::contested::refused;
use crate::harness::Site;
use crate::office::{Officer, TOWNSHIP, case, done, filed, granted, officer, page_of, submitted};

both_engines!(
    what_is_signed_at_the_counter_is_printed_when_it_makes_sense,
    the_notice_list_hangs_on_the_board_with_number_and_seal,
);

async fn prints(officer: &Officer, page: &str) -> Vec<String> {
    officer
        .browser
        .open(page)
        .await
        .attributes("[aria-labelledby=print] a", "href")
}

async fn what_is_signed_at_the_counter_is_printed_when_it_makes_sense(site: Site) {
    let open = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let page = page_of(open);
    let [withdrawal, receipt, spoken] =
        ["withdrawal", "service_receipt", "spoken_contest"].map(|paper| format!("print/{paper}"));
    let listed = prints(&township, &page).await;
    assert!(listed.contains(&format!("{page}/{withdrawal}")), "{listed:?}");
    assert!(!listed.contains(&format!("{page}/{receipt}")), "{listed:?}");
    let told = case(&site, open).await.opened;
    let paper = township.browser.open(&format!("{page}/{withdrawal}")).await;
    let says = paper.text("article");
    for said in [
        "撤回申请书",
        told.subject.name.as_str(),
        "现在自愿撤回",
        "不能恢复",
        "申请人签名",
    ] {
        assert!(says.contains(said), "{said}: {says}");
    }
    assert!(
        !says.contains(told.subject.resident_id.as_str()),
        "the number is masked"
    );
    for paper in [&receipt, &spoken] {
        let none = township.browser.get(&format!("{page}/{paper}")).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND, "{paper}: nothing is decided");
    }

    let (decided, decider, _) = refused(&site).await;
    let page = page_of(decided);
    let listed = prints(&decider, &page).await;
    assert!(!listed.contains(&format!("{page}/{withdrawal}")), "{listed:?}");
    let paper = decider.browser.open(&format!("{page}/{receipt}")).await;
    let says = paper.text("article");
    for said in [
        "送达回证",
        "决字",
        decided.as_str(),
        "审定决定书",
        "送达人签名",
        "留置送达",
    ] {
        assert!(says.contains(said), "{said}: {says}");
    }
    let paper = decider.browser.open(&format!("{page}/{spoken}")).await;
    assert!(paper.has(".letter-room") && paper.text("article").contains("平江县人民政府"));
    done(&decider, decided, "contest", &[("sentence", "我家的情况没有查清楚。")]).await;
    let paper = decider.browser.open(&format!("{page}/{spoken}")).await;
    let says = paper.text("article");
    assert!(says.contains("我家的情况没有查清楚。"), "as it was recorded: {says}");
    assert!(says.contains("念给申请人听过") && says.contains("记录人签名"), "{says}");
}

async fn the_notice_list_hangs_on_the_board_with_number_and_seal(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let decider = granted(&site, reference).await;
    let list = format!("/notices/{TOWNSHIP}/print");
    assert!(prints(&decider, &page_of(reference)).await.contains(&list));
    let paper = site.browser().open(&list).await;
    let name = case(&site, reference).await.opened.subject.name;
    let says = paper.text("article");
    for said in ["公示名单", &name.masked(), "70元", "示字", "平江县民政局", "（盖章）"] {
        assert!(says.contains(said), "{said}: {says}");
    }
    assert!(!says.contains(name.as_str()));
    let nowhere = site.browser().get("/notices/999999/print").await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
}
