//! A folder that somebody else empties: a file for each message, there as a whole or not at all.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde_json::json;
use sha2::{Digest as _, Sha256};
use zhida::message::MailAddress;
use zhida::person::Mobile;

use super::NotSent;
use super::mail;
use crate::store::file::make_private_folder;

/// A folder for what goes out.
#[derive(Clone, Debug)]
pub(super) struct Tray {
    folder: PathBuf,
    from: Option<String>,
}

impl Tray {
    pub(super) fn at(folder: PathBuf) -> Self {
        Self { folder, from: None }
    }

    /// With the sender of its mail.
    pub(super) fn signed(mut self, from: String) -> Self {
        self.from = Some(from);
        self
    }

    /// `KEY.json`: the key, the number, the words.
    pub(super) async fn short_message(&self, key: &str, to: &Mobile, words: &str) -> Result<String, NotSent> {
        let content = json!({ "key": key, "to": to.as_str(), "text": words });
        self.put(vec![(format!("{key}.json"), content.to_string().into_bytes())])
            .await
    }

    /// `KEY.eml`: the message as a mail program opens it.
    pub(super) async fn mail(&self, key: &str, to: &MailAddress, said: (&str, &str)) -> Result<String, NotSent> {
        let from = self.from.as_deref().unwrap_or("zhida@localhost");
        let message = mail::message(key, from, to, said)?;
        self.put(vec![(format!("{key}.eml"), message.formatted())]).await
    }

    /// `KEY.html`, the letter; then `KEY.json`, which says whom it is for. Only what has both is complete.
    pub(super) async fn letter(&self, key: &str, (name, address): (&str, &str), page: &str) -> Result<String, NotSent> {
        let file = format!("{key}.html");
        let hash = data_encoding::HEXLOWER.encode(&Sha256::digest(page.as_bytes()));
        let sheet = json!({ "key": key, "name": name, "address": address, "file": file, "sha256": hash });
        let files = vec![
            (file, page.as_bytes().to_vec()),
            (format!("{key}.json"), sheet.to_string().into_bytes()),
        ];
        self.put(files).await
    }

    async fn put(&self, files: Vec<(String, Vec<u8>)>) -> Result<String, NotSent> {
        let folder = self.folder.clone();
        let put = tokio::task::spawn_blocking(move || {
            make_private_folder(&folder)?;
            files
                .iter()
                .try_for_each(|(name, bytes)| put_whole(&folder, name, bytes))
        });
        match put.await {
            Ok(Ok(())) => Ok("tray".to_owned()),
            Ok(Err(problem)) => Err(NotSent(format!("the tray takes nothing: {}", problem.kind()))),
            Err(_) => Err(NotSent("the tray was not reached".to_owned())),
        }
    }
}

/// Under another name first, so that whoever empties the folder never finds half a file. The same again changes nothing.
fn put_whole(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let half = folder.join(format!(".{name}.half"));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&half)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&half, folder.join(name))?;
    std::fs::File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_letter_lies_there_whole_with_its_sheet_however_often_it_is_put() {
        let folder = tempfile::tempdir().unwrap();
        let tray = Tray::at(folder.path().join("post"));
        for _ in 0..2 {
            let proof = tray.letter("k1", ("刘春燕", "平江县"), "<p>好</p>").await;
            assert_eq!(proof, Ok("tray".to_owned()));
        }
        let names = std::fs::read_dir(folder.path().join("post")).unwrap();
        let mut names: Vec<_> = names
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, ["k1.html", "k1.json"]);
        let sheet = std::fs::read_to_string(folder.path().join("post/k1.json")).unwrap();
        let sheet: serde_json::Value = serde_json::from_str(&sheet).unwrap();
        assert_eq!(sheet["address"], "平江县");
        assert_eq!(sheet["sha256"].as_str().unwrap().len(), 64);
    }

    #[tokio::test]
    async fn a_mail_lies_there_as_mail_programs_open_it() {
        let folder = tempfile::tempdir().unwrap();
        let tray = Tray::at(folder.path().to_owned()).signed("zhida@example.cn".to_owned());
        let to = MailAddress::parse("li@example.cn").unwrap();
        tray.mail("k2", &to, ("您在直达有一条新消息", "您好。")).await.unwrap();
        let mail = std::fs::read_to_string(folder.path().join("k2.eml")).unwrap();
        assert!(mail.contains("To: li@example.cn") && mail.contains("k2@"), "{mail}");
    }

    #[tokio::test]
    async fn what_cannot_be_put_says_so_and_names_nobody() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("sms"), "a file, no folder").unwrap();
        let tray = Tray::at(folder.path().join("sms"));
        let to = Mobile::parse("13873123456").unwrap();
        let NotSent(problem) = tray.short_message("k3", &to, "好").await.unwrap_err();
        assert!(problem.contains("tray") && !problem.contains("138"), "{problem}");
    }
}
