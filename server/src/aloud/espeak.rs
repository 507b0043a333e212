//! espeak-ng as a child process: the voice that is there everywhere. Plainly a machine; `docs/OPERATIONS.md` says which
//! words it reads wrongly.

use std::env;
use std::path::PathBuf;
use std::process::Stdio;

use futures_util::future::BoxFuture;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::Command;
use zhida_app::text::Language;

use super::{Audio, Voice, VoiceProblem, wave};

/// What the program is called where it is installed.
const NAME: &str = "espeak-ng";
/// A little slower than it speaks by itself.
const WORDS_A_MINUTE: &str = "160";
/// The most it may answer: about half an hour.
const MOST_BYTES: u64 = 96 * 1024 * 1024;

/// The program.
#[derive(Clone, Debug)]
pub struct Espeak {
    program: PathBuf,
}

impl Espeak {
    /// The installed program, where there is one.
    pub fn installed() -> Option<Self> {
        let path = env::var_os("PATH")?;
        let program = env::split_paths(&path)
            .map(|folder| folder.join(NAME))
            .find(|file| file.is_file())?;
        Some(Self { program })
    }

    /// This program.
    pub fn at(program: PathBuf) -> Self {
        Self { program }
    }

    async fn run(&self, text: &str, language: Language) -> Result<Audio, VoiceProblem> {
        // Debian's `cmn` reads letters among the characters as English words, and most characters as well.
        let voice = match language {
            Language::ZhCn => "cmn-latn-pinyin",
            Language::En => "en",
        };
        // The text goes in by standard input alone: nothing that somebody typed is in a command line, and nothing of our
        // environment is in the child's. Dropped when time is over, it is killed.
        let mut child = Command::new(&self.program)
            .args(["--stdin", "--stdout", "-b", "1", "-s", WORDS_A_MINUTE, "-v", voice])
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(VoiceProblem::failed)?;
        let (Some(mut asks), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(VoiceProblem::failed("no pipes"));
        };
        let text = without_phonemes(text);
        let ask = async move {
            // A program that has heard enough closes its end; what it says then counts.
            let _ = asks.write_all(text.as_bytes()).await;
        };
        let mut said = Vec::new();
        let mut answers = answers.take(MOST_BYTES);
        let (read, ()) = tokio::join!(answers.read_to_end(&mut said), ask);
        read.map_err(VoiceProblem::failed)?;
        let status = child.wait().await.map_err(VoiceProblem::failed)?;
        if !status.success() {
            return Err(VoiceProblem::failed(status));
        }
        let smaller = tokio::task::spawn_blocking(move || wave::smaller(&said)).await;
        let bytes = smaller
            .map_err(VoiceProblem::failed)?
            .ok_or_else(|| VoiceProblem::failed("no sound came"))?;
        Ok(Audio {
            kind: wave::KIND,
            bytes,
        })
    }
}

impl Voice for Espeak {
    fn speak<'a>(&'a self, text: &'a str, language: Language) -> BoxFuture<'a, Result<Audio, VoiceProblem>> {
        Box::pin(self.run(text, language))
    }
}

/// `[[` would begin phonemes.
fn without_phonemes(text: &str) -> String {
    text.replace("[[", "[ [")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::aloud::Speech;

    /// A program that does this with what it is asked.
    fn program(folder: &Path, does: &str) -> Espeak {
        let file = folder.join("voice");
        fs::write(&file, format!("#!/bin/sh\n{does}\n")).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        Espeak::at(file)
    }

    #[tokio::test]
    async fn what_is_to_be_said_is_in_no_command_line_and_no_secret_in_its_environment() {
        let folder = tempfile::tempdir().unwrap();
        let sound = folder.path().join("sound.wav");
        fs::write(&sound, wave::tests::pcm(22_050, &[0; 2205])).unwrap();
        let here = folder.path().display();
        let does = format!(
            "echo \"$@\" >{here}/arguments; /usr/bin/env >{here}/environment; /bin/cat >{here}/text; /bin/cat {here}/sound.wav"
        );
        let text = "$(touch x) --help; `id` 陈德明 [[a]]";
        let audio = program(folder.path(), &does).speak(text, Language::ZhCn).await.unwrap();
        assert!(audio.bytes.starts_with(b"RIFF"));
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(read("text"), text.replace("[[", "[ ["));
        assert_eq!(
            read("arguments").trim(),
            "--stdin --stdout -b 1 -s 160 -v cmn-latn-pinyin"
        );
        assert!(!read("environment").contains("HOME="), "{}", read("environment"));
    }

    #[tokio::test]
    async fn a_program_that_fails_or_says_nothing_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        for does in ["exit 3", "/bin/cat >/dev/null", "echo no sound"] {
            let answer = program(folder.path(), does).speak("好", Language::En).await;
            assert!(matches!(answer, Err(VoiceProblem::Failed(_))), "{does}: {answer:?}");
        }
        let gone = Espeak::at(folder.path().join("nowhere"))
            .speak("好", Language::En)
            .await;
        assert!(matches!(gone, Err(VoiceProblem::Failed(_))));
    }

    #[tokio::test]
    async fn the_real_program_speaks_both_languages() {
        let Some(espeak) = Espeak::installed() else {
            assert!(env::var_os("CI").is_none(), "espeak-ng is not installed");
            eprintln!("*** NOT TRIED: espeak-ng is not installed ***");
            return;
        };
        let speech = Speech::of(Arc::new(espeak));
        for (text, language) in [("每月一百元。", Language::ZhCn), ("100 yuan a month.", Language::En)] {
            let audio = speech.speak(text, language).await.unwrap();
            assert_eq!(audio.kind, "audio/wav");
            assert!(
                audio.bytes.len() > wave::A_SECOND,
                "more than a second: {}",
                audio.bytes.len()
            );
        }
    }
}
