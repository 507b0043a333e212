//! Sessions: renewed at every step up, ended everywhere, known for a while after their time; what was typed waits.

use uuid::Uuid;
use zhida::access::{Division, Kin, OfficerId, PersonKey, Post, Role};
use zhida::account::{Device, SignInName};
use zhida::calendar::{Instant, parse_date};
use zhida_server::store::session::{self, AccountId, Kind, NewSession, Token, Who};
use zhida_server::store::staff::{self, NewStaff};
use zhida_server::store::{StoreError, account};

use crate::harness::World;

both_engines!(
    signing_in_is_a_new_session_with_a_new_token,
    a_session_ends_unused_and_in_any_case,
    all_other_sessions_end_at_once,
    what_was_typed_waits_for_its_owner,
    ended_sessions_are_forgotten_after_a_week,
    an_officer_comes_with_posts_substitutions_and_kin,
    who_has_left_is_out_at_once,
    a_step_of_the_one_time_codes_counts_once,
);

const MINUTE: i64 = 60_000;

fn later(now: Instant, minutes: i64) -> Instant {
    Instant::from_epoch_ms(now.epoch_ms() + minutes * MINUTE)
}

fn token(seed: u8) -> Token {
    Token::of_random([seed; 32])
}

async fn sign_up(world: &World, typed: &str) -> AccountId {
    let name = SignInName::parse(typed).unwrap();
    let mut tx = world.begin().await;
    let id = account::insert(&mut tx, &world.keys, Uuid::now_v7(), (&name, "hash"), world.now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    id
}

async fn begin(world: &World, seed: u8, who: Who<'_>, former: Option<&str>) -> String {
    let token = token(seed);
    let new = NewSession {
        id: Uuid::now_v7(),
        token: &token,
        who,
        device: Device::parse("android-wechat"),
        at: world.now,
    };
    let mut tx = world.begin().await;
    let id = session::insert(&mut tx, &new, former).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn find(world: &World, seed: u8) -> Option<session::Session> {
    session::find(&mut world.store.read(), &world.keys, &token(seed))
        .await
        .unwrap()
}

async fn signing_in_is_a_new_session_with_a_new_token(world: World) {
    let me = sign_up(&world, "mine").await;
    let anonymous = begin(&world, 1, Who::Anonymous, None).await;
    let before = find(&world, 1).await.unwrap();
    assert_eq!((before.kind, &before.account), (Kind::Anonymous, &None));
    assert_eq!(before.actor(), format!("session:{anonymous}"));
    begin(&world, 2, Who::Account(&me), Some(&anonymous)).await;
    assert_eq!(find(&world, 1).await, None, "the token from before is worth nothing");
    let after = find(&world, 2).await.unwrap();
    assert_eq!(after.account, Some(me.clone()));
    assert_eq!(after.device, Device::parse("android-wechat"));
    assert_ne!(after.id, anonymous);
    let mut tx = world.begin().await;
    account::update_display(&mut tx, &me, "zh-CN.easy.dark").await.unwrap();
    tx.commit().await.unwrap();
    let after = find(&world, 2).await.unwrap();
    assert_eq!(after.display.as_deref(), Some("zh-CN.easy.dark"));
    assert!(!after.linked);
}

async fn a_session_ends_unused_and_in_any_case(world: World) {
    let me = sign_up(&world, "mine").await;
    let id = begin(&world, 1, Who::Account(&me), None).await;
    let now = world.now;
    let session = find(&world, 1).await.unwrap();
    assert!(session.is_alive(later(now, 119)) && !session.is_alive(later(now, 120)));
    assert!(!session.wants_touch(now) && session.wants_touch(later(now, 1)));
    let mut tx = world.begin().await;
    session::touch(&mut tx, &id, later(now, 700)).await.unwrap();
    tx.commit().await.unwrap();
    let session = find(&world, 1).await.unwrap();
    assert_eq!(session.ends_in(later(now, 600)), None);
    assert_eq!(session.ends_in(later(now, 700)), Some(20));
    assert!(session.is_alive(later(now, 719)) && !session.is_alive(later(now, 720)));
    let mut tx = world.begin().await;
    session::lengthen(&mut tx, &session, later(now, 710)).await.unwrap();
    tx.commit().await.unwrap();
    let session = find(&world, 1).await.unwrap();
    assert!(session.is_alive(later(now, 800)));
    assert_eq!(session.ends_in(later(now, 800)), None);
}

async fn all_other_sessions_end_at_once(world: World) {
    let (me, you) = (sign_up(&world, "mine").await, sign_up(&world, "yours").await);
    let here = begin(&world, 1, Who::Account(&me), None).await;
    begin(&world, 2, Who::Account(&me), None).await;
    begin(&world, 3, Who::Account(&you), None).await;
    let listed = session::list(&mut world.store.read(), &Who::Account(&me), world.now)
        .await
        .unwrap();
    assert_eq!(listed.len(), 2);
    let mut tx = world.begin().await;
    let ended = session::end_others(&mut tx, &Who::Account(&me), Some(&here), world.now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(ended, 1);
    let alive = async |seed| {
        find(&world, seed)
            .await
            .is_some_and(|session| session.is_alive(world.now))
    };
    assert!(alive(1).await && !alive(2).await && alive(3).await);
    let ended = find(&world, 2).await.unwrap();
    let mut tx = world.begin().await;
    session::lengthen(&mut tx, &ended, world.now).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!alive(2).await, "what has ended is not begun again");
    let mut tx = world.begin().await;
    session::end_others(&mut tx, &Who::Account(&me), None, world.now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert!(!alive(1).await);
}

async fn what_was_typed_waits_for_its_owner(world: World) {
    let (me, you) = (sign_up(&world, "mine").await, sign_up(&world, "yours").await);
    let old = begin(&world, 1, Who::Account(&me), None).await;
    let keep = async |owner: Option<&str>, slot: &str| {
        let mut tx = world.begin().await;
        session::stash(&mut tx, &world.keys, (&old, slot), owner, b"typed", world.now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    };
    let waits = async |seed: u8| find(&world, seed).await.unwrap().typed;
    assert!(!waits(1).await);
    keep(Some(&me.0), &format!("{}1", session::ANSWERS)).await;
    assert!(!waits(1).await, "a page that was answered is not words that wait");
    keep(Some(&me.0), "/apply/1/name").await;
    assert!(waits(1).await);
    keep(Some(&you.0), "/apply/2/name").await;
    let new = begin(&world, 2, Who::Account(&me), Some(&old)).await;
    assert!(waits(2).await, "it goes over with them");
    // What nobody's words are goes into an account where somebody applies, and to no officer.
    let guest = begin(&world, 3, Who::Anonymous, None).await;
    for slot in ["/apply/1/name", "/account/link", "/office/cases/1/note"] {
        let mut tx = world.begin().await;
        session::stash(&mut tx, &world.keys, (&guest, slot), None, b"planted", world.now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }
    let signed_in = begin(&world, 4, Who::Account(&you), Some(&guest)).await;
    let mut reader = world.store.read();
    for (slot, there) in [
        ("/apply/1/name", true),
        ("/account/link", false),
        ("/office/cases/1/note", false),
    ] {
        let found = session::find_stash(&mut reader, &world.keys, (&signed_in, slot), Some(&you.0)).await;
        assert_eq!(found.unwrap().is_some(), there, "{slot}");
    }
    let mut reader = world.store.read();
    let mut kept = async |slot: &str, owner: &str| {
        session::find_stash(&mut reader, &world.keys, (&new, slot), Some(owner))
            .await
            .unwrap()
    };
    assert_eq!(kept("/apply/1/name", &me.0).await.as_deref(), Some(&b"typed"[..]));
    assert_eq!(kept("/apply/1/name", &you.0).await, None);
    assert_eq!(
        kept("/apply/2/name", &me.0).await,
        None,
        "somebody else's words stay theirs"
    );
    for page in 0..25 {
        let mut tx = world.begin().await;
        let slot = format!("/apply/1/{page}");
        session::stash(
            &mut tx,
            &world.keys,
            (&new, &slot),
            Some(&me.0),
            b"more",
            later(world.now, -page - 1),
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(kept("/apply/1/24", &me.0).await, None, "only so much is kept");
    for page in 0..12 {
        let mut tx = world.begin().await;
        let slot = format!("{}{page}", session::ANSWERS);
        let owner = Some(me.0.as_str());
        session::stash(
            &mut tx,
            &world.keys,
            (&new, &slot),
            owner,
            b"wrong",
            later(world.now, page),
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(
        kept("answer:1", &me.0).await,
        None,
        "the last ten pages that answered mistakes"
    );
    assert_eq!(kept("answer:2", &me.0).await.as_deref(), Some(&b"wrong"[..]));
    assert_eq!(
        kept("/apply/1/name", &me.0).await.as_deref(),
        Some(&b"typed"[..]),
        "mistakes push out nothing else"
    );
    let mut tx = world.begin().await;
    session::delete_stash(&mut tx, &new, "/apply/1/name").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(kept("/apply/1/name", &me.0).await, None);
}

async fn ended_sessions_are_forgotten_after_a_week(world: World) {
    let me = sign_up(&world, "mine").await;
    begin(&world, 1, Who::Account(&me), None).await;
    let forget = async |at: Instant| {
        let mut tx = world.begin().await;
        let gone = session::delete_ended(&mut tx, at).await.unwrap();
        tx.commit().await.unwrap();
        gone
    };
    assert_eq!(forget(later(world.now, 24 * 60)).await, 0);
    assert_eq!(forget(later(world.now, 8 * 24 * 60)).await, 1);
}

async fn take_on(world: &World, login: &str, kin: &Kin) -> Result<OfficerId, StoreError> {
    let id = Uuid::now_v7();
    let posts = [Post {
        role: Role::TownshipOfficer,
        division: Division::parse("430626001").unwrap(),
    }];
    let new = NewStaff {
        id,
        login,
        name: "吴敏",
        office: "汉昌街道便民服务中心",
        password: "hash",
        posts: &posts,
        kin,
        at: world.now,
    };
    let mut tx = world.begin().await;
    staff::insert(&mut tx, &world.keys, &new).await?;
    tx.commit().await?;
    Ok(OfficerId(id.to_string()))
}

async fn an_officer_comes_with_posts_substitutions_and_kin(world: World) {
    let person = |name: &str| PersonKey(name.to_owned());
    let kin = Kin {
        own: Some(person("own")),
        household: vec![person("child")],
        relatives: vec![person("aunt"), person("uncle")],
    };
    let wu = take_on(&world, "wumin@pingjiang", &kin).await.unwrap();
    let li = take_on(&world, "liqiang@pingjiang", &Kin::default()).await.unwrap();
    let taken = take_on(&world, "wumin@pingjiang", &Kin::default()).await.unwrap_err();
    assert!(taken.is_conflict(staff::LOGIN_TAKEN));
    let day = |text: &str| parse_date(text).unwrap();
    let mut tx = world.begin().await;
    let days = (day("2026-11-20"), day("2026-11-30"));
    staff::insert_substitution(&mut tx, Uuid::now_v7(), (&li, &wu), days, &li, world.now)
        .await
        .unwrap();
    staff::insert_post(
        &mut tx,
        &li.0,
        Post {
            role: Role::Supervisor,
            division: Division::parse("430626").unwrap(),
        },
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();

    begin(&world, 1, Who::Half(&wu), None).await;
    let half = find(&world, 1).await.unwrap();
    assert_eq!(
        (half.kind, &half.half, &half.staff),
        (Kind::Half, &Some(wu.clone()), &None)
    );
    begin(&world, 2, Who::Staff(&wu), Some(&half.id)).await;
    let session = find(&world, 2).await.unwrap();
    let officer = session.staff.unwrap();
    assert_eq!((officer.name.as_str(), officer.roles.len()), ("吴敏", 1));
    assert_eq!(officer.access.kin, kin);
    let posts = |text: &str| officer.access.posts_on(day(text)).count();
    assert_eq!((posts("2026-11-25"), posts("2026-12-01")), (3, 1));
    let listed = staff::list(&mut world.store.read(), &world.keys, Division::parse("430626"))
        .await
        .unwrap();
    assert_eq!(
        listed.iter().map(|member| member.login.as_str()).collect::<Vec<_>>(),
        ["liqiang@pingjiang"]
    );
    assert_eq!(
        staff::list(&mut world.store.read(), &world.keys, None)
            .await
            .unwrap()
            .len(),
        2
    );
}

async fn who_has_left_is_out_at_once(world: World) {
    let wu = take_on(&world, "wumin", &Kin::default()).await.unwrap();
    begin(&world, 1, Who::Staff(&wu), None).await;
    assert!(find(&world, 1).await.is_some());
    let mut tx = world.begin().await;
    staff::end(&mut tx, &wu, world.now).await.unwrap();
    tx.commit().await.unwrap();
    assert!(find(&world, 1).await.is_none());
    assert!(
        staff::find(&mut world.store.read(), &world.keys, "wumin")
            .await
            .unwrap()
            .is_none()
    );
}

async fn a_step_of_the_one_time_codes_counts_once(world: World) {
    let wu = take_on(&world, "wumin", &Kin::default()).await.unwrap();
    let found = async || {
        staff::find(&mut world.store.read(), &world.keys, "wumin")
            .await
            .unwrap()
            .unwrap()
    };
    assert_eq!(found().await.secret, None);
    let mut tx = world.begin().await;
    assert!(
        staff::update_secret(&mut tx, &world.keys, &wu, b"secret", 100)
            .await
            .unwrap()
    );
    assert!(
        !staff::update_secret(&mut tx, &world.keys, &wu, b"another", 100)
            .await
            .unwrap()
    );
    assert!(!staff::use_step(&mut tx, &wu, 100).await.unwrap());
    assert!(!staff::use_step(&mut tx, &wu, 99).await.unwrap());
    assert!(staff::use_step(&mut tx, &wu, 101).await.unwrap());
    tx.commit().await.unwrap();
    let known = found().await;
    assert_eq!((known.secret.as_deref(), known.step), (Some(&b"secret"[..]), Some(101)));
    let mut tx = world.begin().await;
    staff::reset(&mut tx, &wu, "new").await.unwrap();
    tx.commit().await.unwrap();
    let known = found().await;
    assert_eq!((known.secret, known.password.as_str()), (None, "new"));
}
