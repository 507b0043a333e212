//! The demonstration goes into an empty database, whole, and only once.

use std::collections::BTreeMap;

use zhida_server::config::Config;
use zhida_server::demo::{FillProblem, fill, is_demo, is_empty};
use zhida_server::startup;
use zhida_server::store::casework::{self, Scope};
use zhida_server::store::{Query as _, audit, params};

use crate::harness::World;

both_engines!(an_empty_database_is_filled_once);

async fn an_empty_database_is_filled_once(world: World) {
    let data = world.folder.join("portal");
    let settings = BTreeMap::from([
        ("data".to_owned(), data.display().to_string()),
        ("database_url".to_owned(), world.url.clone()),
        (
            "keys".to_owned(),
            world.folder.join("demo-keys.toml").display().to_string(),
        ),
    ]);
    let portal = startup::portal(Config::read(&settings).unwrap()).await.unwrap();
    assert!(is_empty(&mut portal.store.read()).await.unwrap());
    let sign_ins = fill(&portal, 20).await.unwrap();
    assert!(sign_ins.cases >= 20 && sign_ins.people.len() == 10 && sign_ins.staff.len() > 60);
    assert!(is_demo(&mut portal.store.read()).await.unwrap());
    assert!(matches!(fill(&portal, 20).await, Err(FillProblem::NotEmpty)));

    let report = audit::verify(&portal.store, &portal.keys, &data.join("anchors"))
        .await
        .unwrap();
    assert!(report.findings.is_empty() && report.events > 100, "{report:?}");
    let mut q = portal.store.read();
    let rows = q
        .all("SELECT reference, phase FROM case_row ORDER BY id LIMIT 40", params![])
        .await
        .unwrap();
    for row in rows {
        let reference = zhida::casework::Reference::parse(&row.text("reference").unwrap()).unwrap();
        let loaded = casework::find(&mut q, &portal.keys, &Scope::program(), reference)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(loaded.case.phase.as_str(), row.text("phase").unwrap());
    }
}
