//! A small Word file made by hand, so that a test shows what stands in it.

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A ZIP archive of parts that are not packed.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, words) in parts {
        let at = u32::try_from(out.len()).unwrap();
        let sizes = [crc32fast::hash(words.as_bytes()), length(words), length(words)];
        let mut head = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        head.extend(sizes.iter().flat_map(|size| size.to_le_bytes()));
        head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        head.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&head);
        out.extend(name.as_bytes());
        out.extend(words.as_bytes());
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (from, count) = (u32::try_from(out.len()).unwrap(), u16::try_from(parts.len()).unwrap());
    out.extend(&directory);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    out.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
    out.extend(from.to_le_bytes());
    out.extend([0, 0]);
    out
}

fn length(words: &str) -> u32 {
    u32::try_from(words.len()).unwrap()
}

/// A Word file with this body, and other parts of it by their names.
pub fn docx_with(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"{MAIN}\"><w:body>{body}</w:body></w:document>");
    let more: Vec<(String, String)> = more
        .iter()
        .map(|(name, words)| {
            let declared = words.replacen('>', &format!(" xmlns:w=\"{MAIN}\">"), 1);
            (format!("word/{name}.xml"), declared)
        })
        .collect();
    let mut parts = vec![("[Content_Types].xml", "<Types/>"), ("word/document.xml", document.as_str())];
    parts.extend(more.iter().map(|(name, words)| (name.as_str(), words.as_str())));
    archive(&parts)
}

/// The same without other parts.
pub fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

/// Words in XML.
pub fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\r', "&#13;")
}
