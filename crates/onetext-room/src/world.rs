//! What the room takes from outside: the time and randomness. Both are asked of a [`World`], so that a test can run
//! two rooms with the same clock and the same seeds and compare every byte. Nothing is computed here.

use jiff::Timestamp;
use onetext_model::EntryId;

/// The time and randomness.
pub trait World: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
    /// Random bytes for what `actor` does. A seeded world gives each actor a stream of its own, so that what one does
    /// cannot show in the ids of another.
    fn random(&self, actor: &str, bytes: &mut [u8]);
}

/// The machine's clock and its source of randomness.
#[derive(Debug, Default)]
pub struct Machine;

impl World for Machine {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn random(&self, _: &str, bytes: &mut [u8]) {
        // Without randomness no secret can be made and no id be told from another: nothing may go on.
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

/// A new id for what `actor` enters.
pub(crate) fn new_id(world: &dyn World, actor: &str) -> EntryId {
    let mut bytes = [0; 13];
    world.random(actor, &mut bytes);
    EntryId::from_random(bytes)
}
