//! What is taken of an uploaded file: a PDF as it is; a photo encoded again, upright, without what the camera wrote
//! into it.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::{Arc, Mutex, PoisonError};

use image::error::{LimitError, LimitErrorKind};
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use tokio::sync::{OwnedMutexGuard, Semaphore, SemaphorePermit};
use zhida_app::apply::evidence::{Found, Wrong};

use crate::web::Fault;
use crate::web::address::Household;

/// The largest photo, in pixels a side: more than any phone takes, and far less than what fills the memory.
const LARGEST_SIDE: u32 = 16_000;
/// And in all: a phone's best camera takes 50 million, and a small file can claim many more.
const MOST_PIXELS: u64 = 50_000_000;
/// The memory that decoding a photo may take.
const MEMORY: u64 = 256 * 1024 * 1024;
/// How many files are looked at at once, however many people send some.
static LOOKED_AT: Semaphore = Semaphore::const_new(2);
/// Of one household's files one waits for its turn among all, the others behind it: however many it sends, a
/// neighbour waits for one of them.
static LANES: Mutex<BTreeMap<Household, Arc<Lane>>> = Mutex::new(BTreeMap::new());
/// Where the files of one household wait, in the order in which they came.
type Lane = tokio::sync::Mutex<()>;
/// Photos are made no larger than this: enough to read a page of a household register.
const KEPT_SIDE: u32 = 3_000;
/// How good a photo is kept, of 100.
const QUALITY: u8 = 85;

/// What is taken besides photos and PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Also {
    /// Nothing.
    Nothing,
    /// Recordings of what somebody says: an officer takes them in, for who cannot sign.
    Sound,
}

/// A file as it is kept.
#[derive(Debug)]
pub struct Taken {
    /// Its media type, found by looking at it.
    pub kind: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Looks at a file when its turn comes, on a thread of its own. The turn lasts until the work is done, even where
/// nobody waits for it any more.
///
/// # Errors
/// The inner one says why the file is not taken.
pub async fn take_in_turn(bytes: Vec<u8>, whose: Household, also: Also) -> Result<Result<Taken, Wrong>, Fault> {
    let turn = turn_of(whose).await?;
    let looked_at = tokio::task::spawn_blocking(move || {
        let taken = take(bytes, also);
        drop(turn);
        taken
    });
    looked_at.await.map_err(Fault::internal)
}

/// Waits until a file of a household may be looked at.
async fn turn_of(whose: Household) -> Result<(OwnedMutexGuard<()>, SemaphorePermit<'static>), Fault> {
    let lane = {
        let mut lanes = LANES.lock().unwrap_or_else(PoisonError::into_inner);
        lanes.retain(|_, lane| Arc::strong_count(lane) > 1);
        Arc::clone(lanes.entry(whose).or_default())
    };
    let first = lane.lock_owned().await;
    let turn = LOOKED_AT.acquire().await.map_err(Fault::internal)?;
    Ok((first, turn))
}

/// Looks at a file. Slow: not for a thread that answers requests.
///
/// # Errors
/// Why it is not taken.
fn take(bytes: Vec<u8>, also: Also) -> Result<Taken, Wrong> {
    if bytes.is_empty() {
        return Err(Wrong::Empty);
    }
    if also == Also::Sound
        && let Some(kind) = sound(&bytes)
    {
        return Ok(Taken { kind, bytes });
    }
    // Its first bytes say what it is; its name says nothing.
    match infer::get(&bytes).map(|kind| kind.mime_type()) {
        Some("application/pdf") if is_whole_pdf(&bytes) => Ok(Taken {
            kind: "application/pdf",
            bytes,
        }),
        Some("application/pdf") => Err(Wrong::Broken),
        Some("image/jpeg") if !is_whole_jpeg(&bytes) => Err(Wrong::Cut),
        Some("image/jpeg") => photo(&bytes, ImageFormat::Jpeg),
        Some("image/png") => photo(&bytes, ImageFormat::Png),
        kind => Err(Wrong::Kind(found(kind))),
    }
}

/// What kind of recording a file is, if it is one. Telephones write sound into the containers of films: without a picture
/// in it, that is sound.
fn sound(bytes: &[u8]) -> Option<&'static str> {
    let holds = |kind: &[u8]| bytes.windows(kind.len()).any(|window| window == kind);
    match infer::get(bytes)?.mime_type() {
        "audio/mpeg" => Some("audio/mpeg"),
        "audio/m4a" => Some("audio/mp4"),
        "audio/x-wav" => Some("audio/wav"),
        "audio/ogg" => Some("audio/ogg"),
        "audio/amr" => Some("audio/amr"),
        "video/mp4" if holds(b"soun") && !holds(b"vide") => Some("audio/mp4"),
        _ => None,
    }
}

/// What a file is that is not taken.
fn found(kind: Option<&str>) -> Found {
    match kind {
        Some("image/heif") => Found::PhonePhoto,
        Some("application/msword" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document") => {
            Found::Word
        }
        Some(kind) if kind.starts_with("image/") => Found::Picture,
        Some(kind) if kind.starts_with("video/") => Found::Film,
        _ => Found::Other,
    }
}

/// A PDF that was sent to its end has its end mark in the last kilobyte.
fn is_whole_pdf(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(1024)..];
    tail.windows(5).any(|window| window == b"%%EOF")
}

/// A photo that was sent to its end has its end mark where the picture ends; cameras write more behind it. The decoder
/// fills what is missing with grey and says nothing.
fn is_whole_jpeg(bytes: &[u8]) -> bool {
    /// The marks of which nothing but the next mark follows: restarts, the beginning, and one of old times.
    const ALONE: [u8; 10] = [0x01, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8];
    const END: u8 = 0xD9;
    let mut rest = bytes;
    // In the data of a scan a zero follows 0xFF where it is no mark.
    while let Some(at) = rest
        .windows(2)
        .position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xFF))
    {
        let mark = rest[at + 1];
        rest = &rest[at + 2..];
        if mark == END {
            return true;
        }
        if ALONE.contains(&mark) {
            continue;
        }
        // A thumbnail with an end mark of its own lies in such a part, whose length is said.
        let length = rest
            .first_chunk()
            .map(|length| usize::from(u16::from_be_bytes(*length)));
        match length.and_then(|length| rest.get(length.max(2)..)) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    false
}

fn photo(bytes: &[u8], format: ImageFormat) -> Result<Taken, Wrong> {
    let upright = decode(bytes, format).map_err(|_| Wrong::Broken)?;
    let small = if upright.width().max(upright.height()) > KEPT_SIDE {
        // Made of averages, in whole numbers: as readable, and without a second picture of floats beside the first.
        upright.thumbnail(KEPT_SIDE, KEPT_SIDE)
    } else {
        upright
    };
    let mut kept = Vec::new();
    let (kind, written) = if format == ImageFormat::Png {
        let written = small.write_to(&mut Cursor::new(&mut kept), ImageFormat::Png);
        ("image/png", written)
    } else {
        let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut kept, QUALITY);
        let written = DynamicImage::from(small.to_rgb8()).write_with_encoder(encoder);
        ("image/jpeg", written)
    };
    written.map_err(|_| Wrong::Broken)?;
    Ok(Taken { kind, bytes: kept })
}

fn decode(bytes: &[u8], format: ImageFormat) -> image::ImageResult<DynamicImage> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        let kind = LimitErrorKind::DimensionError;
        return Err(ImageError::Limits(LimitError::from_kind(kind)));
    }
    let orientation = decoder.orientation()?;
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    Ok(image)
}

#[cfg(test)]
pub(crate) mod tests {
    use std::time::Duration;

    use super::*;

    pub(crate) fn jpeg(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let image = DynamicImage::from(image::RgbImage::from_pixel(width, height, image::Rgb([200, 30, 30])));
        image.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg).unwrap();
        bytes
    }

    /// A JPEG whose camera says: turn it by a quarter.
    fn turned() -> Vec<u8> {
        let plain = jpeg(40, 20);
        let exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let mut bytes = plain[..2].to_vec();
        bytes.extend([0xFF, 0xE1]);
        bytes.extend(length);
        bytes.extend(exif);
        bytes.extend(&plain[2..]);
        bytes
    }

    #[tokio::test]
    async fn a_household_that_sends_many_holds_up_its_neighbour_by_one() {
        let household = |number: u8| Household::of(Some([192, 0, 2, number].into()));
        let looked_at = turn_of(household(1)).await.unwrap();
        let mut second = Box::pin(turn_of(household(1)));
        let early = tokio::time::timeout(Duration::from_millis(20), &mut second).await;
        assert!(early.is_err(), "behind the first, though a place is free");
        let neighbour = turn_of(household(2)).await.unwrap();
        drop(looked_at);
        drop((second.await.unwrap(), neighbour));
        drop(turn_of(household(3)).await.unwrap());
        assert_eq!(
            LANES.lock().unwrap().len(),
            1,
            "who has nothing to look at is forgotten"
        );
    }

    #[test]
    fn a_photo_is_set_upright_and_loses_what_the_camera_wrote() {
        let taken = take(turned(), Also::Nothing).unwrap();
        assert_eq!(taken.kind, "image/jpeg");
        let kept = image::load_from_memory(&taken.bytes).unwrap();
        assert_eq!((kept.width(), kept.height()), (20, 40));
        assert!(!taken.bytes.windows(4).any(|window| window == b"Exif"));
    }

    #[test]
    fn a_huge_photo_becomes_one_that_can_still_be_read() {
        let kept = image::load_from_memory(&take(jpeg(4_000, 1_000), Also::Nothing).unwrap().bytes).unwrap();
        assert_eq!((kept.width(), kept.height()), (3_000, 750));
    }

    #[test]
    fn a_small_file_that_claims_a_huge_picture_is_not_unpacked() {
        let mut header = jpeg(8, 8);
        let frame = header.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
        header[frame + 5..frame + 9].copy_from_slice(&[0x3E, 0x80, 0x3E, 0x80]);
        assert_eq!(take(header, Also::Nothing).unwrap_err(), Wrong::Broken);
    }

    #[test]
    fn a_file_that_cannot_be_opened_is_called_what_it_is() {
        let sent: [(&[u8], Found); 5] = [
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Found::PhonePhoto),
            (b"RIFF\x1a\0\0\0WEBPVP8L", Found::Picture),
            (b"II*\0\x08\0\0\0\0\0\0\0", Found::Picture),
            (b"GIF89a\x01\0\x01\0", Found::Picture),
            (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", Found::Film),
        ];
        for (bytes, is) in sent {
            assert_eq!(take(bytes.to_vec(), Also::Nothing).unwrap_err(), Wrong::Kind(is));
        }
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        assert_eq!(found(Some(word)), Found::Word);
        assert_eq!(found(Some("application/msword")), Found::Word);
    }

    /// A photo of many colours, with a whole small picture of itself where cameras put one.
    fn with_thumbnail() -> Vec<u8> {
        let colour = |x: u32, y: u32| image::Rgb([x * 7, y * 5, x * y].map(|light| u8::try_from(light % 256).unwrap()));
        let mut plain = Vec::new();
        let image = DynamicImage::from(image::RgbImage::from_fn(300, 200, colour));
        image.write_to(&mut Cursor::new(&mut plain), ImageFormat::Jpeg).unwrap();
        let small = jpeg(16, 16);
        let length = u16::try_from(small.len() + 2).unwrap().to_be_bytes();
        [&plain[..2], &[0xFF, 0xE2], &length, &small, &plain[2..]].concat()
    }

    #[test]
    fn a_photo_that_ends_too_early_is_not_taken() {
        let whole = with_thumbnail();
        let thumbnail = jpeg(16, 16).len() + 6;
        let cuts = [1, 2, 5, 8, 9].map(|tenths| whole.len() * tenths / 10);
        for at in cuts
            .into_iter()
            .chain([20, thumbnail, thumbnail + 300, whole.len() - 2, whole.len() - 1])
        {
            assert_eq!(
                take(whole[..at].to_vec(), Also::Nothing).unwrap_err(),
                Wrong::Cut,
                "{at} of {}",
                whole.len()
            );
        }
    }

    #[test]
    fn what_a_phone_writes_behind_a_photo_does_not_matter() {
        let whole = with_thumbnail();
        let film = [&whole[..], b"\0\0\0\x18ftypmp42"].concat();
        let padded = [&whole[..], &[0; 4096]].concat();
        let another = [&whole[..], &jpeg(40, 20)[..30]].concat();
        for photo in [whole, film, padded, another] {
            let kept = image::load_from_memory(&take(photo, Also::Nothing).unwrap().bytes).unwrap();
            assert_eq!((kept.width(), kept.height()), (300, 200));
        }
    }

    #[test]
    fn what_is_no_photo_and_no_pdf_says_why() {
        assert_eq!(take(Vec::new(), Also::Nothing).unwrap_err(), Wrong::Empty);
        assert_eq!(
            take(b"just words".to_vec(), Also::Nothing).unwrap_err(),
            Wrong::Kind(Found::Other)
        );
        assert_eq!(
            take(b"MZ\x90\0program".to_vec(), Also::Nothing).unwrap_err(),
            Wrong::Kind(Found::Other)
        );
        let mut broken = jpeg(40, 20);
        let frame = broken.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
        broken[frame + 4] = 0;
        assert_eq!(take(broken, Also::Nothing).unwrap_err(), Wrong::Broken);
        assert_eq!(
            take(b"%PDF-1.7 cut off".to_vec(), Also::Nothing).unwrap_err(),
            Wrong::Broken
        );
        assert_eq!(
            take(b"%PDF-1.7\n1 0 obj\n%%EOF\n".to_vec(), Also::Nothing)
                .unwrap()
                .kind,
            "application/pdf"
        );
    }
}
