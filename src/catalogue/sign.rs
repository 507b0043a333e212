//! `CODE/sign.toml`: the film in which a service is explained in the national sign language (国家通用手语), which Deaf
//! people read better than written Chinese. Basis: 无障碍环境建设法 arts. 29, 38.

use serde::Deserialize;
use toml::Spanned;

use super::source::{LoadError, SourceFile};

/// A film with captions. What is signed stands in words too, as the text `film-CODE`, in `sign.zh-CN.ftl` and
/// `sign.en.ftl` beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignFilm {
    /// The file beside `sign.toml`: `.mp4` or `.webm`.
    pub video: String,
    /// Its captions beside it, in Chinese: `.vtt`.
    pub captions: String,
    /// How long it is, in seconds.
    pub seconds: u32,
}

impl SignFilm {
    /// The content type of the film.
    pub fn kind(&self) -> &'static str {
        match self.video.rsplit_once('.') {
            Some((_, "webm")) => "video/webm",
            _ => "video/mp4",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignFile {
    video: Spanned<String>,
    captions: Spanned<String>,
    seconds: Spanned<u32>,
}

/// An hour: nobody watches a longer one to learn what a service is.
const LONGEST: u32 = 3600;

/// Reads a `sign.toml`. Whether its files are there, only whoever has the folder knows.
pub(super) fn read_sign(file: &SourceFile) -> Result<SignFilm, LoadError> {
    let shape: SignFile = file.read()?;
    for (name, endings) in [(&shape.video, &["mp4", "webm"][..]), (&shape.captions, &["vtt"])] {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
        let fits = name.get_ref().rsplit_once('.').is_some_and(|(stem, ending)| {
            !stem.is_empty() && !stem.starts_with('.') && endings.contains(&ending) && stem.chars().all(plain)
        });
        if !fits {
            let message = format!(
                "this names a file beside this one: letters, digits, `-`, `_`, and the ending {}",
                endings.join(" or ")
            );
            return Err(file.error_at(name.span().start, message));
        }
    }
    if shape.seconds.get_ref() == &0 || *shape.seconds.get_ref() > LONGEST {
        return Err(file.error_at(shape.seconds.span().start, "a film lasts 1 to 3600 seconds"));
    }
    Ok(SignFilm {
        video: shape.video.into_inner(),
        captions: shape.captions.into_inner(),
        seconds: shape.seconds.into_inner(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<SignFilm, String> {
        let file = SourceFile {
            path: "care_subsidy/sign.toml".to_owned(),
            text: text.to_owned(),
        };
        read_sign(&file).map_err(|error| error.to_string())
    }

    #[test]
    fn a_film_lies_beside_its_file() {
        let film = read("video = \"sign.mp4\"\ncaptions = \"sign.zh-CN.vtt\"\nseconds = 95\n").unwrap();
        assert_eq!((film.video.as_str(), film.seconds), ("sign.mp4", 95));
    }

    #[test]
    fn what_is_no_film_is_told_with_its_place() {
        for (video, captions, seconds, line) in [
            ("../sign.mp4", "sign.vtt", "95", 1),
            ("https://example.org/sign.mp4", "sign.vtt", "95", 1),
            ("sign.exe", "sign.vtt", "95", 1),
            (".mp4", "sign.vtt", "95", 1),
            ("sign.mp4", "sign.srt", "95", 2),
            ("sign.mp4", "sign.vtt", "0", 3),
            ("sign.mp4", "sign.vtt", "3601", 3),
            ("sign.mp4", "sign.vtt", "\"lang\"", 3),
        ] {
            let text = format!("video = \"{video}\"\ncaptions = \"{captions}\"\nseconds = {seconds}\n");
            let problem = read(&text).unwrap_err();
            assert!(
                problem.starts_with(&format!("care_subsidy/sign.toml:{line}:")),
                "{problem}"
            );
        }
    }
}
