//! The settings: `ZHIDA_*` variables over a TOML file, read once at start. `docs/OPERATIONS.md` lists them.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::{env, fs};

use axum::http::Uri;
use ipnet::IpNet;
use zhida::aloud::One;
use zhida::calendar::Instant;

use self::limits::Limits;
use crate::aloud::gateway::Address;
use crate::outside::{GatewayAddress, ServerAddress, is_sender};

pub mod limits;

/// Every setting, checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where to listen.
    pub addr: SocketAddr,
    /// The address people type.
    pub public_url: PublicUrl,
    /// The folder of everything the portal keeps.
    pub data: PathBuf,
    /// `sqlite:PATH` or `postgres://…`.
    pub database_url: String,
    /// The key file.
    pub keys: PathBuf,
    /// A folder laid over the built-in services.
    pub services: Option<PathBuf>,
    /// Whose `X-Forwarded-For` counts.
    pub trusted_proxies: Vec<IpNet>,
    /// Where Prometheus may ask, if anywhere.
    pub metrics_addr: Option<SocketAddr>,
    /// What is logged.
    pub log: String,
    /// How much at once, and for how long.
    pub limits: Limits,
    /// What speaks where a page is to be heard.
    pub voice: VoiceSetting,
    /// How the digit 1 is said in numbers told digit by digit.
    pub voice_one: One,
    /// Where somebody is led who has to leave a page of what is confidential at once.
    pub leave_url: String,
    /// The font of letters as PDF.
    pub letter_font: FontSetting,
    /// Whether letters are put into braille, where liblouis is installed.
    pub braille: bool,
    /// How messages leave the portal.
    pub outgoing: Outgoing,
    /// When the clock starts, in builds for tests; otherwise it is the system's.
    pub test_clock: Option<Instant>,
}

/// What speaks where a page is to be heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VoiceSetting {
    /// espeak-ng, where it is installed.
    Installed,
    /// Nothing: pages are not offered as audio.
    Off,
    /// Something at an address of this machine.
    Gateway(Address),
}

/// The font of letters as PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FontSetting {
    /// The one that the system has, where it has one that we know.
    Installed,
    /// None: letters are not offered as PDF.
    Off,
    /// A file.
    File(PathBuf),
}

/// How messages leave the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// Short messages.
    pub sms: SmsSetting,
    /// E-mail.
    pub mail: MailSetting,
    /// Letters.
    pub post: PostSetting,
}

/// How short messages go out.
#[derive(Clone, PartialEq, Eq)]
pub enum SmsSetting {
    /// Not at all.
    Off,
    /// Into a folder that a gateway empties.
    Tray,
    /// To a gateway.
    Gateway {
        /// Where it is.
        address: GatewayAddress,
        /// What it knows us by.
        token: String,
    },
}

/// How e-mail goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailSetting {
    /// Not at all.
    Off,
    /// Into a folder that a mail program empties.
    Tray {
        /// Who sends it.
        from: String,
    },
    /// To a server.
    Server {
        /// Where it is.
        address: ServerAddress,
        /// Who sends it.
        from: String,
    },
}

/// How letters go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PostSetting {
    /// Not at all.
    Off,
    /// Into a folder that is printed and posted: this one, or below the data folder.
    Tray(Option<PathBuf>),
}

impl std::fmt::Debug for SmsSetting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Off => "Off",
            Self::Tray => "Tray",
            Self::Gateway { .. } => "Gateway",
        })
    }
}

/// The portal's own address, without a slash at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    /// `https://zhida.example.cn`
    pub origin: String,
    /// Whether people reach it over TLS: then cookies say Secure and browsers are told to come back so.
    pub secure: bool,
}

/// A setting that cannot be used, in one plain sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ConfigProblem(String);

impl ConfigProblem {
    /// What an adapter says of its settings.
    pub(crate) fn of(sentence: String) -> Self {
        Self(sentence)
    }
}

/// The names in the file, beside those of the limits; in the environment `ZHIDA_` and capitals.
const NAMES: [&str; 19] = [
    "addr",
    "public_url",
    "data",
    "database_url",
    "keys",
    "services",
    "trusted_proxies",
    "metrics_addr",
    "log",
    "voice",
    "voice_one",
    "leave_url",
    "letter_font",
    "braille",
    "sms",
    "sms_token",
    "mail",
    "mail_from",
    "post",
];

impl Config {
    /// Reads the environment, and the file that `file` or `ZHIDA_CONFIG` names.
    ///
    /// # Errors
    /// The first setting that is unknown or wrong.
    pub fn from_environment(file: Option<&Path>) -> Result<Self, ConfigProblem> {
        let variables = env::vars_os().filter_map(|(name, value)| {
            let name = name.into_string().ok()?;
            let name = name.strip_prefix("ZHIDA_")?.to_ascii_lowercase();
            Some((name, value))
        });
        let mut settings = BTreeMap::new();
        for (name, value) in variables {
            let value = value
                .into_string()
                .map_err(|_| ConfigProblem(format!("ZHIDA_{} is not UTF-8.", name.to_ascii_uppercase())))?;
            settings.insert(name, value);
        }
        let named = settings.remove("config").map(PathBuf::from);
        let file = file.map(Path::to_owned).or(named);
        let mut all = match &file {
            Some(file) => read_file(file)?,
            None => BTreeMap::new(),
        };
        for (name, value) in settings {
            if !is_setting(&name) && !is_for_tests(&name) {
                return Err(ConfigProblem(format!(
                    "There is no setting ZHIDA_{}; docs/OPERATIONS.md lists them.",
                    name.to_ascii_uppercase()
                )));
            }
            all.insert(name, value);
        }
        Self::read(&all)
    }

    /// Checks settings by their names in the file.
    ///
    /// # Errors
    /// The first one that is wrong.
    pub fn read(settings: &BTreeMap<String, String>) -> Result<Self, ConfigProblem> {
        let get = |name: &str| settings.get(name).map(String::as_str).filter(|value| !value.is_empty());
        let addr = get("addr").unwrap_or("127.0.0.1:3000");
        let addr: SocketAddr = addr
            .parse()
            .map_err(|_| wrong("addr", addr, "an address and port such as 127.0.0.1:3000"))?;
        let data = PathBuf::from(get("data").unwrap_or("data"));
        let public_url = match get("public_url") {
            Some(url) => read_public_url(url, addr)?,
            None if addr.ip().is_loopback() => PublicUrl {
                origin: format!("http://{addr}"),
                secure: false,
            },
            None => {
                return Err(ConfigProblem(format!(
                    "ZHIDA_ADDR={addr} can be reached from other machines, so ZHIDA_PUBLIC_URL must say the https address people type."
                )));
            }
        };
        let database_url = match get("database_url") {
            Some(url) if url.starts_with("sqlite:") || is_postgres(url) => url.to_owned(),
            Some(_) => {
                return Err(ConfigProblem(
                    "ZHIDA_DATABASE_URL must begin with sqlite: or postgres://.".to_owned(),
                ));
            }
            None => format!("sqlite:{}", data.join("zhida.db").display()),
        };
        let mut trusted_proxies = Vec::new();
        for proxy in get("trusted_proxies").unwrap_or_default().split(',').map(str::trim) {
            if !proxy.is_empty() {
                let network = proxy.parse::<IpNet>().ok();
                let network = network.or_else(|| proxy.parse::<IpAddr>().ok().map(IpNet::from));
                trusted_proxies
                    .push(network.ok_or_else(|| {
                        wrong("trusted_proxies", proxy, "an address or a network such as 10.0.0.0/8")
                    })?);
            }
        }
        let metrics_addr = get("metrics_addr")
            .map(|addr| {
                let loopback = addr.parse::<SocketAddr>().ok().filter(|addr| addr.ip().is_loopback());
                loopback.ok_or_else(|| {
                    wrong(
                        "metrics_addr",
                        addr,
                        "a loopback address and port such as 127.0.0.1:9000",
                    )
                })
            })
            .transpose()?;
        let voice = match get("voice") {
            None => VoiceSetting::Installed,
            Some("off") => VoiceSetting::Off,
            Some(url) => VoiceSetting::Gateway(Address::parse(url).ok_or_else(|| {
                wrong(
                    "voice",
                    url,
                    "off, or an address of this machine such as http://127.0.0.1:8090/speak",
                )
            })?),
        };
        let voice_one = match get("voice_one") {
            None | Some("yao") => One::Yao,
            Some("yi") => One::Yi,
            Some(other) => return Err(wrong("voice_one", other, "yao (幺) or yi (一)")),
        };
        let leave_url = match get("leave_url") {
            None => "/".to_owned(),
            Some(url) if url.len() > 8 && url.starts_with("https://") && !url.contains(char::is_whitespace) => {
                url.to_owned()
            }
            Some(other) => {
                return Err(wrong(
                    "leave_url",
                    other,
                    "the https address of a page that says nothing of anybody, such as a weather page",
                ));
            }
        };
        let braille = match get("braille") {
            None => true,
            Some("off") => false,
            Some(other) => return Err(wrong("braille", other, "off, or not set")),
        };
        let letter_font = match get("letter_font") {
            None => FontSetting::Installed,
            Some("off") => FontSetting::Off,
            Some(file) => FontSetting::File(PathBuf::from(file)),
        };
        Ok(Self {
            addr,
            public_url,
            database_url,
            keys: get("keys").map_or_else(|| data.join("keys.toml"), PathBuf::from),
            services: get("services").map(PathBuf::from),
            trusted_proxies,
            metrics_addr,
            log: get("log").unwrap_or("info").to_owned(),
            limits: Limits::read(settings)?,
            voice,
            voice_one,
            leave_url,
            letter_font,
            braille,
            outgoing: read_outgoing(get)?,
            test_clock: get("test_clock")
                .and_then(|ms| ms.parse().ok())
                .map(Instant::from_epoch_ms),
            data,
        })
    }
}

/// Where messages go: into trays, where nothing is said.
fn read_outgoing<'a>(get: impl Fn(&str) -> Option<&'a str>) -> Result<Outgoing, ConfigProblem> {
    let sms = match (get("sms"), get("sms_token")) {
        (None | Some("tray"), _) => SmsSetting::Tray,
        (Some("off"), _) => SmsSetting::Off,
        (Some(url), token) => SmsSetting::Gateway {
            address: GatewayAddress::parse(url)
                .ok_or_else(|| wrong("sms", url, "tray, off, or the https address of a gateway"))?,
            token: token
                .ok_or_else(|| {
                    ConfigProblem(
                        "ZHIDA_SMS names a gateway, so ZHIDA_SMS_TOKEN must say what it knows us by.".to_owned(),
                    )
                })?
                .to_owned(),
        },
    };
    let from = get("mail_from").unwrap_or("zhida@localhost").to_owned();
    if !is_sender(&from) {
        return Err(wrong("mail_from", &from, "an e-mail address such as zhida@example.cn"));
    }
    let mail = match get("mail") {
        None | Some("tray") => MailSetting::Tray { from },
        Some("off") => MailSetting::Off,
        // It may hold a password, so it is not repeated.
        Some(url) => MailSetting::Server {
            address: ServerAddress::parse(url).ok_or_else(|| {
                ConfigProblem(
                    "ZHIDA_MAIL must be tray, off, smtps://user:password@host, or smtp://user:password@host:587?tls=required."
                        .to_owned(),
                )
            })?,
            from,
        },
    };
    let post = match get("post") {
        None | Some("tray") => PostSetting::Tray(None),
        Some("off") => PostSetting::Off,
        Some(folder) if Path::new(folder).is_absolute() => PostSetting::Tray(Some(PathBuf::from(folder))),
        Some(other) => return Err(wrong("post", other, "tray, off, or a folder such as /srv/post")),
    };
    Ok(Outgoing { sms, mail, post })
}

fn is_setting(name: &str) -> bool {
    NAMES.contains(&name) || Limits::has(name)
}

/// What only tests set; a released program does not read it.
fn is_for_tests(name: &str) -> bool {
    name == "test_postgres_url" || (cfg!(feature = "test-clock") && name == "test_clock")
}

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres://") || url.starts_with("postgresql://")
}

fn wrong(name: &str, value: &str, wanted: &str) -> ConfigProblem {
    ConfigProblem(format!(
        "ZHIDA_{}={value} cannot be used; it must be {wanted}.",
        name.to_ascii_uppercase()
    ))
}

fn read_file(path: &Path) -> Result<BTreeMap<String, String>, ConfigProblem> {
    let text = fs::read_to_string(path).map_err(|problem| {
        ConfigProblem(format!(
            "The settings file {} cannot be read: {problem}.",
            path.display()
        ))
    })?;
    let table: toml::Table = toml::from_str(&text).map_err(|problem| {
        let (line, column) = zhida::catalogue::line_and_column(&text, problem.span().map_or(0, |span| span.start));
        ConfigProblem(format!("{}:{line}:{column}: {}.", path.display(), problem.message()))
    })?;
    let mut settings = BTreeMap::new();
    for (name, value) in table {
        let number = value.as_integer().map(|number| number.to_string());
        let value = number
            .filter(|_| Limits::has(&name))
            .or_else(|| value.as_str().map(str::to_owned));
        let Some(value) = value.filter(|_| is_setting(&name)) else {
            return Err(ConfigProblem(format!(
                "{}: {name} is not a setting, or not in quotes.",
                path.display()
            )));
        };
        settings.insert(name, value);
    }
    Ok(settings)
}

/// `https`, or `http` on this machine alone.
fn read_public_url(url: &str, addr: SocketAddr) -> Result<PublicUrl, ConfigProblem> {
    let parsed: Option<Uri> = url.trim_end_matches('/').parse().ok();
    let parsed = parsed.filter(|uri| uri.path() == "/" || uri.path().is_empty());
    let (Some(scheme), Some(authority)) = (
        parsed.as_ref().and_then(Uri::scheme_str),
        parsed.as_ref().and_then(Uri::authority),
    ) else {
        return Err(wrong("public_url", url, "an address such as https://zhida.example.cn"));
    };
    let secure = match scheme {
        "https" => true,
        "http" if is_loopback(authority.host()) && addr.ip().is_loopback() => false,
        "http" => {
            return Err(ConfigProblem(format!(
                "ZHIDA_PUBLIC_URL={url} is not encrypted; http is only for this machine itself, everything else needs https."
            )));
        }
        _ => return Err(wrong("public_url", url, "an http or https address")),
    };
    Ok(PublicUrl {
        origin: format!("{scheme}://{authority}"),
        secure,
    })
}

fn is_loopback(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> Result<Config, String> {
        let settings = settings
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Config::read(&settings.collect()).map_err(|problem| problem.to_string())
    }

    #[test]
    fn nothing_set_serves_this_machine_from_sqlite() {
        let config = read(&[]).unwrap();
        assert_eq!(config.addr.to_string(), "127.0.0.1:3000");
        assert_eq!(config.public_url.origin, "http://127.0.0.1:3000");
        assert_eq!(config.database_url, "sqlite:data/zhida.db");
        assert!(!config.public_url.secure);
    }

    #[test]
    fn the_world_is_served_over_tls_or_not_at_all() {
        assert!(
            read(&[("addr", "0.0.0.0:80")])
                .unwrap_err()
                .contains("ZHIDA_PUBLIC_URL")
        );
        assert!(
            read(&[("addr", "0.0.0.0:80"), ("public_url", "http://127.0.0.1")])
                .unwrap_err()
                .contains("https")
        );
        assert!(
            read(&[("public_url", "http://zhida.example.cn")])
                .unwrap_err()
                .contains("https")
        );
        let config = read(&[("addr", "0.0.0.0:80"), ("public_url", "https://zhida.example.cn/")]).unwrap();
        assert_eq!(
            config.public_url,
            PublicUrl {
                origin: "https://zhida.example.cn".to_owned(),
                secure: true
            }
        );
    }

    #[test]
    fn wrong_values_are_named() {
        for (name, value) in [
            ("addr", "localhost"),
            ("public_url", "zhida"),
            ("database_url", "mysql://x"),
            ("trusted_proxies", "10.0.0.0/40"),
            ("metrics_addr", "0.0.0.0:9000"),
            ("voice", "http://voice.example.cn/speak"),
            ("voice_one", "eins"),
            ("leave_url", "http://weather.example/"),
            ("leave_url", "https:// weather"),
            ("braille", "on"),
            ("sms", "http://sms.example.cn/send"),
            ("sms", "https://sms.example.cn/send"),
            ("mail", "smtp://mail.example.cn"),
            ("mail_from", "zhida"),
            ("post", "letters"),
        ] {
            let problem = read(&[(name, value)]).unwrap_err();
            assert!(
                problem.contains(&format!("ZHIDA_{}", name.to_ascii_uppercase())),
                "{problem}"
            );
            assert!(
                problem.ends_with('.') && problem.matches(". ").count() == 0,
                "one sentence: {problem}"
            );
        }
    }

    #[test]
    fn a_file_is_read_and_its_mistakes_have_a_place() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("zhida.toml");
        fs::write(&file, "addr = \"127.0.0.1:4000\"\nrequests = 600\n").unwrap();
        assert_eq!(read_file(&file).unwrap().get("addr").unwrap(), "127.0.0.1:4000");
        assert_eq!(read_file(&file).unwrap().get("requests").unwrap(), "600");
        fs::write(&file, "addr = \n").unwrap();
        assert!(read_file(&file).unwrap_err().to_string().contains("zhida.toml:1:"));
        fs::write(&file, "adr = \"x\"\n").unwrap();
        assert!(read_file(&file).unwrap_err().to_string().contains("adr"));
    }
}
