//! What may be set beside the view.

/// What may be set beside the view: how the timeline is drawn, a lesson or a game, and how a frame shows the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// How high the rows of the timeline are: `medium` or `tall`, where they are not as thin as can be.
    Zoom,
    /// Whether the timeline shows years in which little began as wide as all others: `1`.
    Unfold,
    /// The lesson that is being taken: an id, or the lesson itself as its maker's link holds it.
    Lesson,
    /// The step of the lesson, from 1.
    Step,
    /// What was answered at the steps of a lesson so far, or into which slots a game's cards were put: a letter for each,
    /// `a` for the first choice, `-` for none.
    Answers,
    /// From what a game's cards are drawn: a day, or a word that a class agrees on.
    Game,
    /// How close the dates of a game are.
    Level,
    /// Whether the page stands in a frame of another: `1` grows with its content, `scroll` scrolls within.
    Embed,
    /// `light` or `dark`, where whoever frames the page wants one of them.
    Scheme,
}

impl Setting {
    /// All settings, in the order of the address.
    pub const ALL: [Self; 9] = [
        Self::Zoom,
        Self::Unfold,
        Self::Lesson,
        Self::Step,
        Self::Answers,
        Self::Game,
        Self::Level,
        Self::Embed,
        Self::Scheme,
    ];

    /// The name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Zoom => "zoom",
            Self::Unfold => "unfold",
            Self::Lesson => "lesson",
            Self::Step => "step",
            Self::Answers => "answers",
            Self::Game => "game",
            Self::Level => "level",
            Self::Embed => "embed",
            Self::Scheme => "scheme",
        }
    }

    /// Whether a value means something.
    pub fn accepts(self, value: &str) -> bool {
        match self {
            Self::Lesson | Self::Answers | Self::Game => !value.is_empty(),
            Self::Zoom => matches!(value, "medium" | "tall"),
            Self::Unfold => value == "1",
            Self::Step => value.parse::<u8>().is_ok_and(|step| step > 0),
            Self::Level => matches!(value, "easy" | "hard"),
            Self::Embed => matches!(value, "1" | "scroll"),
            Self::Scheme => matches!(value, "light" | "dark"),
        }
    }
}

/// The settings that are not as usual.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings([Option<String>; Setting::ALL.len()]);

impl Settings {
    /// What is set.
    pub fn of(&self, setting: Setting) -> Option<&str> {
        self.0[setting as usize].as_deref()
    }

    /// These alone, as they are set.
    #[must_use]
    pub fn only(&self, kept: &[Setting]) -> Self {
        let mut settings = Self::default();
        for setting in kept {
            settings.0[*setting as usize].clone_from(&self.0[*setting as usize]);
        }
        settings
    }

    /// Sets a value, or nothing.
    pub fn set(&mut self, setting: Setting, value: Option<String>) {
        self.0[setting as usize] = value;
    }
}
