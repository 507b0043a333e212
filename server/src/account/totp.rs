//! One-time codes of staff (RFC 6238): 6 digits, 30 seconds, SHA-1, which every authenticator knows.

use qrcode::{Color, EcLevel, QrCode};
use totp_rs::{Builder, Totp};
use zhida::calendar::Instant;
use zhida::person::normalise;
use zhida_app::account::Qr;

use crate::web::Fault;

/// The secret of somebody's codes.
#[derive(Clone)]
pub struct OneTime {
    secret: Vec<u8>,
    totp: Totp,
}

/// Who issues the codes, as authenticators show it.
const ISSUER: &str = "Zhida";

impl OneTime {
    /// Of 20 random bytes, for a sign-in name.
    ///
    /// # Errors
    /// Bytes too few, which are not ours.
    pub fn new(secret: &[u8], login: &str) -> Result<Self, Fault> {
        // A colon would end the name in the address.
        let login = login.replace(':', "_");
        let totp = Builder::new()
            .with_secret(secret.to_vec())
            .with_account_name(login)
            .with_issuer(Some(ISSUER))
            .build()
            .map_err(Fault::internal)?;
        Ok(Self {
            secret: secret.to_vec(),
            totp,
        })
    }

    /// The step that a typed code belongs to: this one, the one before or the next, as clocks differ.
    pub fn step_of(&self, typed: &str, now: Instant) -> Option<i64> {
        let seconds = u64::try_from(now.epoch_ms() / 1000).ok()?;
        let step = self.totp.check(&normalise::number(typed), seconds)?;
        i64::try_from(step).ok()
    }

    /// The bytes of the secret.
    pub fn secret(&self) -> &[u8] {
        &self.secret
    }

    /// The secret as it is typed into an authenticator.
    pub fn as_text(&self) -> String {
        data_encoding::BASE32_NOPAD.encode(&self.secret)
    }

    /// The address that authenticators open.
    ///
    /// # Errors
    /// None that a login of ours can cause.
    pub fn address(&self) -> Result<String, Fault> {
        self.totp.to_url().map_err(Fault::internal)
    }

    /// The address for cameras.
    ///
    /// # Errors
    /// An address too long for a square code, which none of ours is.
    pub fn qr(&self) -> Result<Qr, Fault> {
        let code = QrCode::with_error_correction_level(self.address()?, EcLevel::M).map_err(Fault::internal)?;
        Ok(Qr {
            side: code.width(),
            dark: code.to_colors().into_iter().map(|color| color == Color::Dark).collect(),
        })
    }

    /// The code of a moment, for tests and demo.
    pub fn code_at(&self, now: Instant) -> String {
        let seconds = u64::try_from(now.epoch_ms() / 1000).unwrap_or_default();
        self.totp.generate(seconds).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard_and_of_their_moment() {
        // RFC 6238, appendix B: at 1111111109 s the eight digits are 07081804.
        let one_time = OneTime::new(b"12345678901234567890", "wumin@pingjiang").unwrap();
        let at = |seconds: i64| Instant::from_epoch_ms(seconds * 1000);
        assert_eq!(one_time.code_at(at(1_111_111_109)), "081804");
        let step = one_time.step_of(" 081 804", at(1_111_111_109)).unwrap();
        assert_eq!(step, 1_111_111_109 / 30);
        assert_eq!(
            one_time.step_of("081804", at(1_111_111_109 + 30)),
            Some(step),
            "the one before works"
        );
        assert_eq!(one_time.step_of("081804", at(1_111_111_109 + 90)), None);
        assert_eq!(one_time.step_of("", at(0)), None);
        assert_eq!(one_time.step_of("０８１８０４", at(1_111_111_109)), Some(step));
    }

    #[test]
    fn the_secret_is_shown_as_text_address_and_square() {
        let one_time = OneTime::new(b"12345678901234567890", "a:b").unwrap();
        assert_eq!(one_time.as_text(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        let address = one_time.address().unwrap();
        assert!(
            address.starts_with("otpauth://totp/Zhida") && address.contains(&one_time.as_text()),
            "{address}"
        );
        let qr = one_time.qr().unwrap();
        assert_eq!(qr.dark.len(), qr.side * qr.side);
        // The three corners that cameras look for.
        assert!(qr.dark[0] && qr.dark[qr.side - 1] && qr.dark[qr.side * (qr.side - 1)]);
    }
}
