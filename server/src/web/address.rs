//! Where a request comes from, as far as anybody can know.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use ipnet::IpNet;

/// The visitor's address: the one that speaks to us, or what a proxy of our own says is behind it.
pub fn of(parts: &Parts, trusted: &[IpNet]) -> Option<IpAddr> {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>()?.0.ip();
    let forwarded = parts.headers.get_all("x-forwarded-for").into_iter();
    let forwarded: Vec<&str> = forwarded
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    Some(behind(peer.to_canonical(), &forwarded, trusted))
}

/// Goes back from proxy to proxy as long as they are ours: what stands before the first stranger anybody may have
/// written.
fn behind(peer: IpAddr, forwarded: &[&str], trusted: &[IpNet]) -> IpAddr {
    let is_ours = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut known = peer;
    for said in forwarded.iter().rev() {
        if !is_ours(&known) {
            break;
        }
        let Ok(before) = said.trim().parse::<IpAddr>() else {
            break;
        };
        known = before.to_canonical();
    }
    known
}

/// What one household has: an IPv4 address, or an IPv6 network (a subscriber has 2^64 addresses, so only it counts).
/// Behind a carrier's translation it is a whole village.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Household(Option<IpAddr>);

impl Household {
    /// The household of an address.
    pub fn of(address: Option<IpAddr>) -> Self {
        Self(address.map(|address| match address.to_canonical() {
            IpAddr::V6(address) => network(address, 64).into(),
            address @ IpAddr::V4(_) => address,
        }))
    }

    /// What one subscriber may have of IPv6: 256 networks, each a household by itself. A mobile network may have as
    /// many subscribers in it.
    pub fn of_subscriber(address: IpAddr) -> Option<Self> {
        match address.to_canonical() {
            IpAddr::V6(address) => Some(Self(Some(network(address, 56).into()))),
            IpAddr::V4(_) => None,
        }
    }
}

fn network(address: Ipv6Addr, bits: u32) -> Ipv6Addr {
    Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << (128 - bits)))
}

/// As it is counted in the database.
impl fmt::Display for Household {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(IpAddr::V4(address)) => write!(f, "{address}"),
            Some(IpAddr::V6(address)) => {
                let [first, second, third, fourth, ..] = address.segments();
                write!(f, "{first:x}:{second:x}:{third:x}:{fourth:x}")
            }
            None => f.write_str("unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_proxies_are_believed() {
        let trusted: Vec<IpNet> = vec!["10.0.0.0/8".parse().unwrap()];
        let ip = |text: &str| text.parse::<IpAddr>().unwrap();
        let behind = |peer, forwarded: &[&str]| behind(ip(peer), forwarded, &trusted).to_string();
        assert_eq!(behind("203.0.113.9", &["1.2.3.4"]), "203.0.113.9");
        assert_eq!(behind("10.0.0.1", &["1.2.3.4", " 203.0.113.9"]), "203.0.113.9");
        assert_eq!(behind("10.0.0.1", &["203.0.113.9", "10.0.0.2"]), "203.0.113.9");
        assert_eq!(behind("10.0.0.1", &["<script>"]), "10.0.0.1");
        assert_eq!(behind("10.0.0.1", &[]), "10.0.0.1");
    }

    #[test]
    fn a_household_is_one_network() {
        let household = |text: &str| Household::of(Some(text.parse().unwrap()));
        assert_eq!(household("2001:db8:1:2:3:4:5:6"), household("2001:db8:1:2::9"));
        assert_ne!(household("203.0.113.9"), household("203.0.113.8"));
        assert_eq!(household("::ffff:203.0.113.9"), household("203.0.113.9"));
        assert_eq!(household("2001:db8:1:2::9").to_string(), "2001:db8:1:2");
        let subscriber = |text: &str| Household::of_subscriber(text.parse().unwrap());
        assert_eq!(subscriber("2001:db8:1:2::9"), subscriber("2001:db8:1:ff::1"));
        assert_ne!(subscriber("2001:db8:1:2::9"), subscriber("2001:db8:1:102::9"));
        assert_eq!(subscriber("::ffff:203.0.113.9"), None);
    }
}
