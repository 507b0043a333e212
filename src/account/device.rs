//! On what somebody is signed in, as far as it helps to recognise it: the kind of device and the browser.
//! Nothing finer is kept, since a whole user agent is nearly a fingerprint.

/// The kind of device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum System {
    /// An Android phone or tablet.
    Android,
    /// A phone with HarmonyOS.
    Harmony,
    /// An iPhone.
    Iphone,
    /// An iPad.
    Ipad,
    /// A computer with Windows.
    Windows,
    /// A Mac.
    Mac,
    /// A computer with Linux.
    Linux,
    /// Not known.
    #[default]
    Other,
}

/// The browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Browser {
    /// Inside 微信.
    WeChat,
    /// Edge.
    Edge,
    /// Firefox.
    Firefox,
    /// Chrome, or one of its many relatives.
    Chrome,
    /// Safari.
    Safari,
    /// Not known.
    #[default]
    Other,
}

/// A device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// What it is.
    pub system: System,
    /// What runs on it.
    pub browser: Browser,
}

const SYSTEMS: [(System, &str, &str); 8] = [
    // In this order: an Android says Linux too, a HarmonyOS phone may say Android.
    (System::Harmony, "HarmonyOS", "harmony"),
    (System::Android, "Android", "android"),
    (System::Iphone, "iPhone", "iphone"),
    (System::Ipad, "iPad", "ipad"),
    (System::Windows, "Windows", "windows"),
    (System::Mac, "Mac OS", "mac"),
    (System::Linux, "Linux", "linux"),
    (System::Other, "", "other"),
];

const BROWSERS: [(Browser, &str, &str); 6] = [
    // In this order: nearly all say Safari, and those that are not Chrome say Chrome.
    (Browser::WeChat, "MicroMessenger", "wechat"),
    (Browser::Edge, "Edg", "edge"),
    (Browser::Firefox, "Firefox", "firefox"),
    (Browser::Chrome, "Chrome", "chrome"),
    (Browser::Safari, "Safari", "safari"),
    (Browser::Other, "", "other"),
];

impl Device {
    /// Recognised by what the browser says of itself.
    pub fn of_user_agent(agent: &str) -> Self {
        let system = SYSTEMS.iter().find(|(_, sign, _)| agent.contains(sign));
        let browser = BROWSERS.iter().find(|(_, sign, _)| agent.contains(sign));
        Self {
            system: system.map(|(system, ..)| *system).unwrap_or_default(),
            browser: browser.map(|(browser, ..)| *browser).unwrap_or_default(),
        }
    }

    /// How it is kept: `android-wechat`.
    pub fn code(self) -> String {
        format!("{}-{}", self.system.code(), self.browser.code())
    }

    /// Reads what was kept; what is not known is [`System::Other`] and [`Browser::Other`].
    pub fn parse(code: &str) -> Self {
        let (system, browser) = code.split_once('-').unwrap_or((code, ""));
        let system = SYSTEMS.iter().find(|(_, _, code)| *code == system);
        let browser = BROWSERS.iter().find(|(_, _, code)| *code == browser);
        Self {
            system: system.map(|(system, ..)| *system).unwrap_or_default(),
            browser: browser.map(|(browser, ..)| *browser).unwrap_or_default(),
        }
    }
}

impl System {
    /// Its stable name.
    pub fn code(self) -> &'static str {
        SYSTEMS
            .iter()
            .find(|(system, ..)| *system == self)
            .map_or("other", |(_, _, code)| code)
    }
}

impl Browser {
    /// Its stable name.
    pub fn code(self) -> &'static str {
        BROWSERS
            .iter()
            .find(|(browser, ..)| *browser == self)
            .map_or("other", |(_, _, code)| code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_device_is_recognised_and_reads_back() {
        for (agent, code) in [
            (
                "Mozilla/5.0 (Linux; Android 12; M2102J2SC) AppleWebKit/537.36 Chrome/99.0 Mobile Safari/537.36 MicroMessenger/8.0.30",
                "android-wechat",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile Safari/604.1",
                "iphone-safari",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0",
                "windows-edge",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
                "linux-firefox",
            ),
            ("curl/8.5.0", "other-other"),
        ] {
            let device = Device::of_user_agent(agent);
            assert_eq!(device.code(), code);
            assert_eq!(Device::parse(code), device);
        }
    }

    proptest! {
        #[test]
        fn anything_may_be_said(agent in any::<String>()) {
            let device = Device::of_user_agent(&agent);
            prop_assert_eq!(Device::parse(&device.code()), device);
            Device::parse(&agent);
        }
    }
}
