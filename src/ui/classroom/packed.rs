//! A lesson within an address: its JSON compressed (RFC 1951), in letters that an address may hold (RFC 4648, section 5).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// How such a lesson begins, where other lessons have their id.
const SIGN: char = '~';
/// The longest lesson that is unpacked, in bytes: what an address holds may grow a thousandfold.
pub const LONGEST: usize = 1024 * 1024;
/// How hard to compress, up to 10.
const EFFORT: u8 = 9;

/// A lesson as an address holds it.
pub fn pack(json: &str) -> String {
    let mut packed = String::from(SIGN);
    URL_SAFE_NO_PAD.encode_string(compress_to_vec(json.as_bytes(), EFFORT), &mut packed);
    packed
}

/// Whether what stands in an address for a lesson is the lesson itself.
pub fn is_packed(lesson: &str) -> bool {
    lesson.starts_with(SIGN)
}

/// The lesson that an address holds; `None` where it cannot be unpacked.
pub fn unpack(packed: &str) -> Option<String> {
    let bytes = URL_SAFE_NO_PAD.decode(packed.strip_prefix(SIGN)?).ok()?;
    let json = decompress_to_vec_with_limit(&bytes, LONGEST).ok()?;
    String::from_utf8(json).ok()
}
