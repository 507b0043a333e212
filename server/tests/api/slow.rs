//! Visitors who are slow, or many at once, as an attacker is: over bare sockets.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use reqwest::StatusCode;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::oneshot;
use tokio::time::{sleep, timeout};
use zhida::account::Device;
use zhida_server::config::Config;
use zhida_server::config::limits::Limits;
use zhida_server::portal::random_bytes;
use zhida_server::store::session::{self, NewSession, Token, Who};
use zhida_server::web::address::Household;
use zhida_server::web::listen::{self, Door};
use zhida_server::web::places::Place;
use zhida_server::web::router::router;

use crate::apply::files::at_papers;
use crate::browser::Browser;
use crate::harness::{Site, serving};

both_engines!(
    a_head_that_never_ends_is_not_waited_for,
    a_connection_on_which_nothing_is_asked_is_closed_later,
    a_form_that_drips_holds_no_place_and_is_given_up,
    an_upload_that_drips_is_given_up_and_frees_its_place,
    whoever_finds_no_place_gets_a_page_that_says_so,
    one_household_does_not_take_all_places,
    one_peer_does_not_take_all_connections,
    a_stop_finishes_what_is_under_way,
);

/// How long a test waits before it has failed.
const LONG: Duration = Duration::from_secs(20);

fn impatient() -> Limits {
    Limits {
        head: Duration::from_secs(1),
        idle: Duration::from_secs(4),
        stall: Duration::from_secs(1),
        ..Limits::default()
    }
}

/// The same portal with other limits.
async fn limited(site: &Site, limits: Limits) -> Site {
    let config = site.portal.config.clone();
    serving(Config { limits, ..config }).await
}

/// A connection that says only what it is told to.
async fn connect(site: &Site) -> TcpStream {
    TcpStream::connect(address(site)).await.unwrap()
}

fn address(site: &Site) -> SocketAddr {
    site.url.strip_prefix("http://").unwrap().parse().unwrap()
}

/// Does something that must not take longer.
async fn within<T>(time: Duration, what: &str, doing: impl Future<Output = T>) -> T {
    let Ok(done) = timeout(time, doing).await else {
        panic!("too long: {what}")
    };
    done
}

/// Everything that still comes before the connection ends; nothing where it is broken off.
async fn rest(stream: &mut TcpStream) -> String {
    let mut all = Vec::new();
    // Broken off is an end too.
    let _ = within(LONG, "the connection ends", stream.read_to_end(&mut all)).await;
    String::from_utf8(all).unwrap()
}

/// Sends a piece every now and then until the other side has had enough; what it says at last.
async fn drip(stream: TcpStream, piece: &'static [u8], every: Duration) -> String {
    let (mut read, mut write) = stream.into_split();
    let dripping = tokio::spawn(async move {
        while write.write_all(piece).await.is_ok() {
            sleep(every).await;
        }
    });
    let mut all = Vec::new();
    let _ = within(LONG, "the connection ends", read.read_to_end(&mut all)).await;
    dripping.abort();
    String::from_utf8(all).unwrap()
}

async fn a_head_that_never_ends_is_not_waited_for(site: Site) {
    let site = limited(&site, impatient()).await;
    let mut stream = connect(&site).await;
    stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n").await.unwrap();
    let said = drip(stream, b"x-more: y\r\n", Duration::from_millis(100));
    assert_eq!(within(Duration::from_secs(3), "closed after a second", said).await, "");
}

async fn a_connection_on_which_nothing_is_asked_is_closed_later(site: Site) {
    let site = limited(&site, impatient()).await;
    let mut silent = connect(&site).await;
    let mut used = connect(&site).await;
    used.write_all(b"GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n")
        .await
        .unwrap();
    let mut said = [0; 15];
    used.read_exact(&mut said).await.unwrap();
    assert_eq!(&said, b"HTTP/1.1 200 OK");
    let said = within(
        Duration::from_secs(2),
        "nobody waits longer for the first",
        rest(&mut silent),
    )
    .await;
    assert_eq!(said, "");
    let ended = timeout(Duration::from_secs(1), rest(&mut used)).await;
    assert!(ended.is_err(), "kept for the next request");
    within(Duration::from_secs(4), "and let go", rest(&mut used)).await;
}

async fn a_form_that_drips_holds_no_place_and_is_given_up(site: Site) {
    let site = limited(&site, impatient()).await;
    let mut stream = connect(&site).await;
    let head = "POST /display HTTP/1.1\r\nhost: x\r\naccept-language: zh-CN\r\n\
                content-type: application/x-www-form-urlencoded\r\ncontent-length: 5000\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    let portal = Arc::clone(&site.portal);
    let watching = tokio::spawn(async move {
        let mut most = 0;
        for _ in 0..80 {
            most = most.max(portal.admission.taken_now());
            sleep(Duration::from_millis(10)).await;
        }
        most
    });
    let said = drip(stream, b"a", Duration::from_millis(50)).await;
    assert!(said.starts_with("HTTP/1.1 408 "), "{said}");
    assert!(
        said.contains("connection: close") && said.contains("没有收全"),
        "{said}"
    );
    assert_eq!(watching.await.unwrap(), 0, "others had its place meanwhile");
}

/// The cookie of somebody with a draft that waits for a paper, and the paper's address.
async fn at_a_paper(site: &Site) -> (String, String) {
    let portal = &site.portal;
    let token = Token::of_random(random_bytes());
    let new = NewSession {
        id: portal.random_id(),
        token: &token,
        who: Who::Anonymous,
        device: Device::default(),
        at: portal.now(),
    };
    let mut tx = portal.store.begin().await.unwrap();
    session::insert(&mut tx, &new, None).await.unwrap();
    tx.commit().await.unwrap();
    let page = at_papers(&Browser::holding(&site.url, token.as_str())).await;
    (format!("zhida={}", token.as_str()), page.path)
}

/// The head of an upload and as much of its body as needs a place.
fn upload(path: &str, cookie: &str) -> Vec<u8> {
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: x\r\ncookie: {cookie}\r\naccept-language: zh-CN\r\n\
         content-type: multipart/form-data; boundary=b\r\ncontent-length: 900000\r\n\r\n\
         --b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n"
    );
    let mut bytes = head.into_bytes();
    bytes.resize(bytes.len() + 80_000, b'x');
    bytes
}

async fn an_upload_that_drips_is_given_up_and_frees_its_place(site: Site) {
    let site = limited(&site, impatient()).await;
    let (cookie, path) = at_a_paper(&site).await;
    let mut stream = connect(&site).await;
    stream.write_all(&upload(&path, &cookie)).await.unwrap();
    let portal = Arc::clone(&site.portal);
    within(LONG, "it has a place", async {
        while portal.uploads.taken_now() == 0 {
            sleep(Duration::from_millis(10)).await;
        }
    })
    .await;
    let said = drip(stream, b"x", Duration::from_millis(50)).await;
    assert!(said.starts_with("HTTP/1.1 408 "), "{said}");
    assert!(said.contains("没有收全"), "{said}");
    assert_eq!(site.portal.uploads.taken_now(), 0);
    assert_eq!(site.portal.admission.taken_now(), 0);
}

fn household(number: u8) -> Household {
    Household::of(Some([192, 0, 2, number].into()))
}

/// All places that a household can have.
fn takes(site: &Site, number: u8) -> Vec<Place> {
    let places = &site.portal.admission;
    std::iter::from_fn(|| places.take(Some(household(number)))).collect()
}

async fn whoever_finds_no_place_gets_a_page_that_says_so(site: Site) {
    let mut held: Vec<Place> = (1..200).flat_map(|number| takes(&site, number)).collect();
    assert_eq!(held.len(), 512);
    let browser = site.browser();
    let page = browser.get("/apply/new").await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(page.headers["retry-after"], "10");
    assert!(page.text("h1").contains("人多"), "{}", page.html);
    assert_eq!(page.attributes("main .button", "href"), ["/apply/new"]);
    held.pop();
    assert_eq!(browser.get("/apply/new").await.status, StatusCode::OK);
}

async fn one_household_does_not_take_all_places(site: Site) {
    let held = takes(&site, 1);
    assert_eq!(held.len(), 256);
    let theirs = site.browser().coming_from("192.0.2.1").get("/").await;
    assert_eq!(theirs.status, StatusCode::SERVICE_UNAVAILABLE);
    let others = site.browser().coming_from("192.0.2.2").get("/").await;
    assert_eq!(others.status, StatusCode::OK);
}

async fn one_peer_does_not_take_all_connections(site: Site) {
    let mut config = site.portal.config.clone();
    config.trusted_proxies.clear();
    config.limits.connections = 12;
    config.limits.connections_per_peer = 4;
    let site = serving(config).await;
    let ask = b"GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n";
    let asks = async |stream: &mut TcpStream| {
        let mut said = [0; 12];
        // Whoever is turned away may not even be heard.
        let _ = stream.write_all(ask).await;
        timeout(LONG, stream.read_exact(&mut said)).await.unwrap().unwrap();
        String::from_utf8(said.to_vec()).unwrap()
    };
    let mut held = Vec::new();
    for _ in 0..4 {
        let mut stream = connect(&site).await;
        assert_eq!(asks(&mut stream).await, "HTTP/1.1 200");
        held.push(stream);
    }
    let mut fifth = connect(&site).await;
    let said = rest(&mut fifth).await;
    assert!(
        said.starts_with("HTTP/1.1 503 ") && said.contains("retry-after: 10"),
        "{said}"
    );
    assert!(
        said.contains("请过几分钟再试") && said.contains("try again in a few minutes"),
        "{said}"
    );
    let elsewhere = TcpSocket::new_v4().unwrap();
    elsewhere.bind("127.0.0.2:0".parse().unwrap()).unwrap();
    let mut neighbour = elsewhere.connect(address(&site)).await.unwrap();
    assert_eq!(asks(&mut neighbour).await, "HTTP/1.1 200");
    held.pop();
    within(LONG, "a place that is given back is there for the next", async {
        loop {
            let mut stream = connect(&site).await;
            if asks(&mut stream).await == "HTTP/1.1 200" {
                return;
            }
            sleep(Duration::from_millis(50)).await;
        }
    })
    .await;
}

async fn a_stop_finishes_what_is_under_way(site: Site) {
    let portal = Arc::clone(&site.portal);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (stop, told) = oneshot::channel::<()>();
    let service = router(Arc::clone(&portal)).unwrap();
    let serving = tokio::spawn(listen::serve(listener, service, Door::of(&portal), async {
        let _ = told.await;
    }));
    let site = Site { portal, url };
    let mut idle = connect(&site).await;
    let mut half = connect(&site).await;
    let head = "POST /display HTTP/1.1\r\nhost: x\r\n\
                content-type: application/x-www-form-urlencoded\r\ncontent-length: 10\r\n\r\ntheme";
    half.write_all(head.as_bytes()).await.unwrap();
    sleep(Duration::from_millis(300)).await;
    stop.send(()).unwrap();
    sleep(Duration::from_millis(300)).await;
    assert!(
        TcpStream::connect(address(&site)).await.is_err(),
        "nobody else is let in"
    );
    half.write_all(b"=dark").await.unwrap();
    let said = rest(&mut half).await;
    assert!(said.starts_with("HTTP/1.1 303 ") && said.contains("dark"), "{said}");
    assert_eq!(rest(&mut idle).await, "");
    within(Duration::from_secs(5), "and then it ends", serving)
        .await
        .unwrap();
}
