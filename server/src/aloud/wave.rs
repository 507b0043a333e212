//! Speech as small as every browser plays it without a library: WAV, 16 kHz, one channel, µ-law (G.711), 16 kB a second;
//! espeak-ng's own is 44.

use axum::http::HeaderValue;

/// What it is.
pub const KIND: HeaderValue = HeaderValue::from_static("audio/wav");

/// Bytes a second.
pub const A_SECOND: usize = 16_000;

const RATE: u32 = 16_000;

/// Makes a file of 16-bit samples of one channel smaller; nothing where it is none or has no sound.
pub fn smaller(file: &[u8]) -> Option<Vec<u8>> {
    let (rate, samples) = read(file)?;
    let said: Vec<u8> = at_rate(rate, &samples).into_iter().map(companded).collect();
    (!said.is_empty()).then(|| written(&said))
}

/// Rate and samples. A stream says wrong lengths, so what is there counts.
fn read(file: &[u8]) -> Option<(u32, Vec<i16>)> {
    if file.get(..4)? != b"RIFF" || file.get(8..12)? != b"WAVE" {
        return None;
    }
    let mut rest = file.get(12..)?;
    let mut rate = None;
    loop {
        let (name, length) = (rest.get(..4)?, rest.get(4..8)?);
        let length = usize::try_from(u32::from_le_bytes(length.try_into().ok()?)).ok()?;
        let body = rest.get(8..)?;
        if name == b"fmt " {
            let number = |at: usize| Some(u16::from_le_bytes(body.get(at..at + 2)?.try_into().ok()?));
            if number(0)? != 1 || number(2)? != 1 || number(14)? != 16 {
                return None;
            }
            rate = Some(u32::from_le_bytes(body.get(4..8)?.try_into().ok()?));
        }
        if name == b"data" {
            let sound = body.get(..length.min(body.len()))?;
            let (pairs, _) = sound.as_chunks::<2>();
            let samples = pairs.iter().map(|pair| i16::from_le_bytes(*pair)).collect();
            return Some((rate.filter(|rate| *rate >= RATE)?, samples));
        }
        rest = body.get(length..)?;
    }
}

/// The samples at our rate, between their neighbours; smoothed before, so that what is too high for it is not heard as
/// something else.
fn at_rate(rate: u32, samples: &[i16]) -> Vec<i32> {
    let sample = |at: usize| i64::from(samples.get(at).copied().unwrap_or(0));
    let smooth = |at: usize| {
        let before = at.checked_sub(1).map_or(0, sample);
        (before + 2 * sample(at) + sample(at + 1)) / 4
    };
    let (from, to) = (u64::from(rate), u64::from(RATE));
    let many = u64::try_from(samples.len()).unwrap_or(0) * to / from;
    let at = |index: u64| {
        let (whole, part) = (index * from / to, i64::try_from(index * from % to).unwrap_or(0));
        let whole = usize::try_from(whole).unwrap_or(usize::MAX - 2);
        let between = smooth(whole) + (smooth(whole + 1) - smooth(whole)) * part / i64::from(RATE);
        i32::try_from(between).unwrap_or(0)
    };
    (0..many).map(at).collect()
}

/// One sample as G.711 writes it, µ-law.
fn companded(sample: i32) -> u8 {
    const BIAS: i32 = 0x84;
    let sign = if sample < 0 { 0x80 } else { 0 };
    let size = (sample.abs().min(32_635) + BIAS).cast_unsigned();
    let exponent = (size >> 7).max(1).ilog2();
    let mantissa = (size >> (exponent + 3)) & 0x0F;
    let byte = u8::try_from(exponent << 4 | mantissa).unwrap_or(u8::MAX);
    !(sign | byte)
}

fn written(said: &[u8]) -> Vec<u8> {
    let length = u32::try_from(said.len()).unwrap_or(u32::MAX);
    let padded = length.saturating_add(length % 2);
    let mut file = Vec::with_capacity(said.len() + 60);
    file.extend(b"RIFF");
    file.extend(padded.saturating_add(50).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(18_u32.to_le_bytes());
    for number in [7_u16, 1] {
        file.extend(number.to_le_bytes());
    }
    for number in [RATE, RATE] {
        file.extend(number.to_le_bytes());
    }
    for number in [1_u16, 8, 0] {
        file.extend(number.to_le_bytes());
    }
    file.extend(b"fact");
    file.extend(4_u32.to_le_bytes());
    file.extend(length.to_le_bytes());
    file.extend(b"data");
    file.extend(length.to_le_bytes());
    file.extend(said);
    file.resize(file.len() + said.len() % 2, 0);
    file
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A file as espeak-ng streams it.
    pub fn pcm(rate: u32, samples: &[i16]) -> Vec<u8> {
        let mut file = b"RIFF\x24\xf0\xff\x7fWAVEfmt \x10\0\0\0\x01\0\x01\0".to_vec();
        file.extend(rate.to_le_bytes());
        file.extend((rate * 2).to_le_bytes());
        file.extend(b"\x02\0\x10\0data\0\xf0\xff\x7f");
        file.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
        file
    }

    /// The other way round, as G.711 reads it.
    fn expanded(byte: u8) -> i32 {
        let byte = !byte;
        let (exponent, mantissa) = (i32::from(byte >> 4 & 7), i32::from(byte & 0x0F));
        let size = (((mantissa << 3) + 0x84) << exponent) - 0x84;
        if byte & 0x80 == 0 { size } else { -size }
    }

    #[test]
    fn a_second_stays_a_second() {
        let file = smaller(&pcm(22_050, &vec![1000; 22_050])).unwrap();
        assert_eq!(file.len(), 58 + A_SECOND);
        assert_eq!(
            u32::from_le_bytes(file[4..8].try_into().unwrap()) as usize,
            file.len() - 8
        );
        let heard = expanded(file[58 + 8000]);
        assert!((heard - 1000).abs() < 40, "{heard}");
    }

    #[test]
    fn what_is_no_such_file_has_no_sound() {
        for file in [&b"RIFF"[..], b"no sound", &pcm(22_050, &[]), &pcm(8000, &[1; 100])] {
            assert_eq!(smaller(file), None);
        }
    }

    proptest! {
        #[test]
        fn samples_are_heard_as_they_were(sample in -32_000_i32..32_000) {
            let heard = expanded(companded(sample));
            prop_assert!((heard - sample).abs() <= sample.abs() / 16 + 8, "{} {}", sample, heard);
        }

        #[test]
        fn strange_files_are_harmless(file in prop::collection::vec(any::<u8>(), 0..200)) {
            smaller(&file);
            smaller(&[b"RIFF\0\0\0\0WAVE", file.as_slice()].concat());
        }
    }
}
