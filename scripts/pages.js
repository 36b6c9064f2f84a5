// The folders of the site's pages, each with the key of the address that has the same id, as `crates/core/src/page.rs` has
// them. `tests/address.rs` holds the two against each other.
export const FOLDERS = { initiative: "id", theme: "theme", topic: "topic", organisation: "org" };
