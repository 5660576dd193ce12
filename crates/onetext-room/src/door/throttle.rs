//! Who knocks too often waits. Counted by where the knock comes from and never by whom it names: nobody can lock somebody
//! else out. (There is nothing to guess here, every secret has 256 bits; this keeps a flood from the door.)

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// Knocks from one place that are answered at once. Signing in takes two.
pub const KNOCKS_MAX: i32 = 60;
/// After so long one more is answered.
const ONE_MORE: SignedDuration = SignedDuration::from_secs(1);
/// Places that are kept count of; more are only seen in a flood, and then the quietest are forgotten.
const PLACES_MAX: usize = 10_000;

/// Knocks by where they came from: the time at which all of them will have been forgotten (the generic cell rate
/// algorithm, as in ITU-T I.371).
#[derive(Debug, Default)]
pub(super) struct Throttle {
    forgotten_at: Mutex<HashMap<IpAddr, Timestamp>>,
}

impl Throttle {
    /// Counts a knock; how long to wait where there were too many.
    pub(super) fn knock(&self, from: IpAddr, now: Timestamp) -> Result<(), SignedDuration> {
        let mut places = self.forgotten_at.lock().unwrap_or_else(PoisonError::into_inner);
        if places.len() >= PLACES_MAX {
            places.retain(|_, forgotten_at| *forgotten_at > now);
        }
        if places.len() >= PLACES_MAX
            && let Some(quietest) = places.iter().min_by_key(|(_, at)| **at).map(|(place, _)| *place)
        {
            places.remove(&quietest);
        }
        let forgotten_at = places.entry(place(from)).or_insert(now);
        let next = (*forgotten_at).max(now).saturating_add(ONE_MORE).unwrap_or(now);
        let too_many = next.duration_since(now) - ONE_MORE * KNOCKS_MAX;
        if too_many > SignedDuration::ZERO {
            return Err(too_many);
        }
        *forgotten_at = next;
        Ok(())
    }
}

/// One place: an address, or the network of one subscriber where there are plenty.
fn place(from: IpAddr) -> IpAddr {
    match from.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).expect("a time")
    }

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn who_knocks_too_often_waits_and_others_do_not() {
        let throttle = Throttle::default();
        let (one, other) = (address("192.0.2.1"), address("192.0.2.2"));
        let answered = (0..100).filter(|_| throttle.knock(one, at(0)).is_ok()).count();
        assert_eq!(answered, 60);
        assert_eq!(throttle.knock(one, at(0)), Err(SignedDuration::from_secs(1)));
        assert!(throttle.knock(other, at(0)).is_ok());
        assert!(throttle.knock(one, at(1)).is_ok());
        assert!(throttle.knock(one, at(1)).is_err());
        assert_eq!((0..100).filter(|_| throttle.knock(one, at(120)).is_ok()).count(), 60);
    }

    #[test]
    fn a_subscriber_with_many_addresses_is_one_place() {
        let throttle = Throttle::default();
        let all = (0..100).map(|n| address(&format!("2001:db8:1:2::{n:x}")));
        assert_eq!(all.filter(|from| throttle.knock(*from, at(0)).is_ok()).count(), 60);
        assert!(throttle.knock(address("2001:db8:1:3::1"), at(0)).is_ok());
        assert!(throttle.knock(address("::ffff:192.0.2.1"), at(0)).is_ok());
    }

    #[test]
    fn a_flood_from_everywhere_fills_no_memory() {
        let throttle = Throttle::default();
        for n in 0..PLACES_MAX + 500 {
            let from = IpAddr::from(u32::try_from(n).unwrap_or_default().to_be_bytes());
            assert!(throttle.knock(from, at(0)).is_ok());
        }
        assert!(throttle.forgotten_at.lock().expect("unharmed").len() <= PLACES_MAX);
    }
}
