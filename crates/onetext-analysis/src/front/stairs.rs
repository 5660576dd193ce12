//! A staircase in the plane: the pairs that no other pair dominates, kept in blocks.

/// Pairs in a block before it is halved: a block's search and its shifting both stay within a few cache lines.
const BLOCK_PAIRS_MAX: usize = 64;

/// Pairs of which none dominates another, by descending first and so ascending second value.
pub(super) struct Stairs {
    blocks: Vec<Block>,
    /// The last and so least first value of each block.
    lasts: Vec<i64>,
}

struct Block {
    firsts: Vec<i64>,
    seconds: Vec<i64>,
}

impl Stairs {
    /// No pair yet.
    pub fn new() -> Self {
        Stairs { blocks: Vec::new(), lasts: Vec::new() }
    }

    /// Takes a pair in unless one that is there is at least as good in both; whether it was taken.
    #[inline]
    pub fn rises(&mut self, first: i64, second: i64) -> bool {
        // The first block with a pair whose first value is less than this one's; the pair before it is the one to beat.
        let block = self.lasts.partition_point(|&last| last >= first);
        let at = self.blocks.get(block).map_or(0, |block| block.firsts.partition_point(|&f| f >= first));
        let before = if at > 0 { self.blocks[block].seconds.get(at - 1) } else { self.last_before(block) };
        if before.is_some_and(|&before| before >= second) {
            return false;
        }
        self.insert(block, at, first, second);
        true
    }

    fn last_before(&self, block: usize) -> Option<&i64> {
        block.checked_sub(1).and_then(|before| self.blocks[before].seconds.last())
    }

    /// Puts the pair in at that place, instead of those that it dominates: those with the same first value just before (at
    /// most one), and those behind whose second value is no greater.
    fn insert(&mut self, block: usize, at: usize, first: i64, second: i64) {
        let (mut block, mut at) = (block, at);
        if let Some((b, a)) = self.previous(block, at)
            && self.blocks[b].firsts[a] == first
        {
            (block, at) = (b, a);
        }
        let covered = self.covered(block, at, second);
        match covered {
            0 if self.blocks.is_empty() => {
                self.blocks.push(Block { firsts: vec![first], seconds: vec![second] });
                self.lasts.push(first);
            }
            0 => self.squeeze_in(block, at, first, second),
            _ => {
                self.blocks[block].firsts[at] = first;
                self.blocks[block].seconds[at] = second;
                self.remove(block, at + 1, covered - 1);
            }
        }
    }

    fn previous(&self, block: usize, at: usize) -> Option<(usize, usize)> {
        if at > 0 {
            return Some((block, at - 1));
        }
        let before = block.checked_sub(1)?;
        Some((before, self.blocks[before].firsts.len().checked_sub(1)?))
    }

    /// How many pairs from that place on have a second value that is no greater.
    fn covered(&self, block: usize, at: usize, second: i64) -> usize {
        let mut covered = 0;
        let mut from = at;
        for block in &self.blocks[block.min(self.blocks.len())..] {
            let here = block.seconds[from..].iter().take_while(|&&s| s <= second).count();
            covered += here;
            if from + here < block.seconds.len() {
                break;
            }
            from = 0;
        }
        covered
    }

    fn squeeze_in(&mut self, block: usize, at: usize, first: i64, second: i64) {
        let block = block.min(self.blocks.len() - 1);
        let at = if self.lasts[block] >= first && at == 0 { self.blocks[block].firsts.len() } else { at };
        self.blocks[block].firsts.insert(at, first);
        self.blocks[block].seconds.insert(at, second);
        if self.blocks[block].firsts.len() > BLOCK_PAIRS_MAX {
            let half = BLOCK_PAIRS_MAX / 2;
            let behind = Block {
                firsts: self.blocks[block].firsts.split_off(half),
                seconds: self.blocks[block].seconds.split_off(half),
            };
            self.blocks.insert(block + 1, behind);
            self.lasts.insert(block + 1, 0);
            self.note_last(block + 1);
        }
        self.note_last(block);
    }

    /// Takes away that many pairs from that place on.
    fn remove(&mut self, block: usize, at: usize, many: usize) {
        let (mut many, mut at) = (many, at);
        let mut here = block;
        while many > 0 && here < self.blocks.len() {
            let end = self.blocks[here].firsts.len().min(at + many);
            many -= end - at;
            self.blocks[here].firsts.drain(at..end);
            self.blocks[here].seconds.drain(at..end);
            if self.blocks[here].firsts.is_empty() {
                self.blocks.remove(here);
                self.lasts.remove(here);
            } else {
                self.note_last(here);
                here += 1;
            }
            at = 0;
        }
        self.note_last(block);
    }

    fn note_last(&mut self, block: usize) {
        if let (Some(last), Some(block)) = (self.lasts.get_mut(block), self.blocks.get(block)) {
            *last = block.firsts.last().copied().unwrap_or(*last);
        }
    }
}
