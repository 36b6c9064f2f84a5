//! What others append to every link.

/// Parameters that social media, mail services and advertisers append to every link, by name.
const APPENDED: [&str; 41] = [
    "_branch_match_id",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "__hsfp",
    "__hssc",
    "__hstc",
    "__s",
    "dclid",
    "epik",
    "fb_action_ids",
    "fb_action_types",
    "fbclid",
    "gad_campaignid",
    "gad_source",
    "gbraid",
    "gclid",
    "gclsrc",
    "igsh",
    "igshid",
    "isappinstalled",
    "li_fat_id",
    "mc_cid",
    "mc_eid",
    "mibextid",
    "mkt_tok",
    "ml_subscriber",
    "msclkid",
    "nsukey",
    "oly_anon_id",
    "oly_enc_id",
    "s_cid",
    "share_source",
    "share_token",
    "srsltid",
    "ttclid",
    "twclid",
    "vero_id",
    "wbraid",
    "yclid",
];
/// How the names of further ones begin.
const APPENDED_PREFIXES: [&str; 4] = ["hsa_", "mtm_", "pk_", "utm_"];
/// What WeChat appends as `from`: where the link was opened.
const APPENDED_FROM: [&str; 3] = ["groupmessage", "singlemessage", "timeline"];

/// A query string without what others append to every link, or `None` where there is nothing of it.
///
/// ```
/// # use explorer_core::address::without_appended;
/// assert_eq!(without_appended("?view=cards&fbclid=x").as_deref(), Some("view=cards"));
/// assert_eq!(without_appended("?view=cards"), None);
/// ```
pub fn without_appended(query: &str) -> Option<String> {
    let query = query.strip_prefix('?').unwrap_or(query);
    let appended = |part: &&str| {
        form_urlencoded::parse(part.as_bytes())
            .next()
            .is_some_and(|(key, value)| is_appended(&key, &value))
    };
    let (dropped, kept): (Vec<&str>, Vec<&str>) = query.split('&').partition(appended);
    (!dropped.is_empty()).then(|| kept.join("&"))
}

/// Whether a parameter is one of these.
pub(super) fn is_appended(key: &str, value: &str) -> bool {
    APPENDED.contains(&key)
        || APPENDED_PREFIXES
            .iter()
            .any(|prefix| key.starts_with(prefix))
        || (key == "from" && APPENDED_FROM.contains(&value))
}
