//! Whether words say that a contact was by telephone or by video.

use super::scene::Scene;
use crate::tokens::{Words, list};

pub(super) fn by_phone(scene: &Scene<'_>, run: Words) -> bool {
    run.indices().any(|token| {
        scene.is_one(token, list!("phone telephone"))
            && (token.saturating_sub(2)..token).any(|before| scene.is_one(before, list!("by via over on")))
    })
}

pub(super) fn by_video(scene: &Scene<'_>, run: Words) -> bool {
    run.indices().any(|token| {
        scene.is_one(token, list!("video videolink videoconference zoom video-link videoconferencing"))
            && (token.saturating_sub(2)..token)
                .any(|before| scene.is_one(before, list!("by via over on through")))
    }) || scene.has(run, list!("virtually remotely online"))
}
