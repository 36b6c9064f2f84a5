//! Which Han characters are written for one another.

/// Which character stands for all that are written for it: the Simplified one for a Traditional one, and one of those that
/// differ between Hong Kong, Taiwan and the mainland.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variants(Vec<(char, char)>);

/// Characters for which Hong Kong, Taiwan and the mainland write another one, each followed by the one it folds to. They
/// count as the same whatever pairs a data set has.
const REGIONAL: &str = "羣群裡里裏里裹里綫线線线臺台檯台颱台啟启啓启説说說说衞卫衛卫爲为為为週周麪面麵面峯峰牀床鈎钩鉤钩污污\
    汚污滙汇匯汇彙汇綉绣繡绣粧妆妝妆祕秘粵粤踪踪蹤踪閲阅閱阅鋭锐銳锐税税稅税脱脱脫脱悦悦悅悦産产產产衆众眾众\
    鷄鸡雞鸡敎教温温溫温內内録录錄录緑绿綠绿凈净淨净鑒鉴鑑鉴佈布傢家僱雇纔才吿告曡叠疊叠喫吃嚐尝鬱郁煙烟菸烟\
    戶户豔艳艷艳濕湿溼湿喆哲墻墙牆墙廈厦廚厨櫃柜鐘钟鍾钟採采徵征薦荐嚮向慾欲證证証证註注萬万億亿兩两幣币";

impl Variants {
    /// Reads pairs of characters, the Traditional and its Simplified form, one pair after the other.
    pub fn new(pairs: &str) -> Self {
        let regional: Vec<_> = chunks(REGIONAL).collect();
        let last = |c: char| {
            let pair = regional.iter().find(|pair| pair.0 == c);
            pair.map_or(c, |pair| pair.1)
        };
        let mut all: Vec<_> = chunks(pairs)
            .map(|(from, to)| (from, last(to)))
            .chain(regional.iter().copied())
            .collect();
        // Where the data has a pair of its own, that counts.
        all.sort_by_key(|pair| pair.0);
        all.dedup_by_key(|pair| pair.0);
        Self(all)
    }

    /// The one character that stands for all that are written for it.
    pub(super) fn folded(&self, c: char) -> char {
        let place = self.0.binary_search_by_key(&c, |pair| pair.0);
        place.map_or(c, |place| self.0[place].1)
    }
}

impl Default for Variants {
    fn default() -> Self {
        Self::new("")
    }
}

fn chunks(pairs: &str) -> impl Iterator<Item = (char, char)> + '_ {
    let mut characters = pairs.chars();
    std::iter::from_fn(move || Some((characters.next()?, characters.next()?)))
}

/// Whether a character is a Han ideograph.
pub(super) const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '々' | '〇')
}
