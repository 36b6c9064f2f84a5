//! Archives as learning platforms take them, the same bytes for the same content.

use std::io::{Cursor, Write as _};

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The first level above those of zlib, which is one pass of Zopfli: what is compressed already and written as text comes
/// out half a percent smaller, which is room for ten thousand bytes of data.
const LEVEL: i64 = 10;

/// An archive of files, by name and content, in this order.
pub fn archive(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // No time of our own: what is the same should look the same.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .with_zopfli_buffer(None)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, content) in files {
        writer.start_file(name, options)?;
        writer.write_all(content)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use zip::ZipArchive;

    use super::*;

    #[test]
    fn an_archive_holds_its_files_and_is_always_the_same() {
        let files = [("a.xml", "<a/>"), ("index.html", "a page")];
        let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
        let packed = archive(&files).unwrap();
        assert_eq!(packed, archive(&files).unwrap());
        let mut archive = ZipArchive::new(Cursor::new(packed)).unwrap();
        assert_eq!(archive.len(), 2);
        let mut page = String::new();
        archive
            .by_name("index.html")
            .unwrap()
            .read_to_string(&mut page)
            .unwrap();
        assert_eq!(page, "a page");
    }
}
