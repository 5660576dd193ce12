//! How many independent draws a sample is worth, and whether its chains agree (Vehtari, Gelman, Simpson, Carpenter & Bürkner
//! 2021, "Rank-normalization, folding, and localization: an improved R-hat").

/// The effective sample size of the mean of some chains, each split in two.
pub(super) fn effective_size(chains: &[Vec<f64>]) -> f64 {
    let halves = halves(chains);
    let (count, length) = (halves.len() as f64, halves.first().map_or(0, |half| half.len()));
    let Some((within, total)) = variances(&halves) else { return 0.0 };
    // Where there is one function, every draw of it is as good as any.
    if total <= 0.0 || chains.iter().flatten().all(|value| value.total_cmp(&chains[0][0]).is_eq()) {
        return count * length as f64;
    }
    let at_lag = |lag: usize| {
        let mean = halves.iter().map(|half| covariance(half, lag)).sum::<f64>() / count;
        1.0 - (within - mean) / total
    };
    // Sums of two neighbouring correlations fall steadily to zero in theory; the sum ends where they no longer do (Geyer 1992).
    let (mut sum, mut before, mut lag) = (0.0, f64::INFINITY, 0);
    while lag + 1 < length {
        let first = if lag == 0 { 1.0 } else { at_lag(lag) };
        let pair = (first + at_lag(lag + 1)).min(before);
        if pair <= 0.0 {
            break;
        }
        sum += pair;
        (before, lag) = (pair, lag + 2);
    }
    let draws = count * length as f64;
    // Draws that repel each other can be worth more than independent ones; not claimed beyond this.
    let most = draws * libm::log10(draws).max(1.0);
    (draws / (2.0 * sum - 1.0).max(f64::MIN_POSITIVE)).min(most)
}

/// The larger of the R-hat of rank-normalised draws and that of their distances from the median; near one where chains agree.
pub(super) fn rank_r_hat(chains: &[Vec<f64>]) -> f64 {
    let mut all: Vec<f64> = chains.iter().flatten().copied().collect();
    all.sort_by(f64::total_cmp);
    let Some(median) = all.get(all.len() / 2).copied() else { return f64::NAN };
    if all[0].total_cmp(&all[all.len() - 1]).is_eq() {
        return 1.0;
    }
    let folded: Vec<Vec<f64>> =
        chains.iter().map(|chain| chain.iter().map(|value| (value - median).abs()).collect()).collect();
    r_hat(&rank_normalised(chains)).max(r_hat(&rank_normalised(&folded)))
}

fn r_hat(chains: &[Vec<f64>]) -> f64 {
    match variances(&halves(chains)) {
        Some((within, total)) if within > 0.0 => libm::sqrt(total / within),
        // Chains that each stand still agree only if they stand at one place.
        Some((_, total)) if total > 0.0 => f64::INFINITY,
        _ => 1.0,
    }
}

fn halves(chains: &[Vec<f64>]) -> Vec<&[f64]> {
    let shortest = chains.iter().map(Vec::len).min().unwrap_or(0) / 2;
    let split = |chain: &'_ Vec<f64>| [0..shortest, chain.len() - shortest..chain.len()];
    chains.iter().flat_map(|chain| split(chain).map(|range| &chain[range])).collect()
}

/// The mean variance within chains, and the estimate of the variance of all.
fn variances(chains: &[&[f64]]) -> Option<(f64, f64)> {
    let (count, length) = (chains.len() as f64, chains.first()?.len() as f64);
    if count < 2.0 || length < 2.0 {
        return None;
    }
    let means: Vec<f64> = chains.iter().map(|chain| mean(chain)).collect();
    let whole = mean(&means);
    let between = means.iter().map(|mean| (mean - whole) * (mean - whole)).sum::<f64>() / (count - 1.0);
    let within =
        chains.iter().map(|chain| covariance(chain, 0) * length / (length - 1.0)).sum::<f64>() / count;
    Some((within, within * (length - 1.0) / length + between))
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The covariance of a chain with itself so many draws later, over the length of the chain.
fn covariance(chain: &[f64], lag: usize) -> f64 {
    let mean = mean(chain);
    let later = chain.iter().skip(lag);
    chain.iter().zip(later).map(|(a, b)| (a - mean) * (b - mean)).sum::<f64>() / chain.len() as f64
}

/// Every draw as the normal quantile of its rank among all; equal draws share the mean of their ranks.
fn rank_normalised(chains: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut places: Vec<(f64, usize, usize)> = Vec::new();
    for (chain, values) in chains.iter().enumerate() {
        places.extend(values.iter().enumerate().map(|(at, value)| (*value, chain, at)));
    }
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut scores: Vec<Vec<f64>> = chains.iter().map(|chain| vec![0.0; chain.len()]).collect();
    let (mut first, mut quantile) = (0, -8.0);
    while first < places.len() {
        let same =
            places[first..].iter().take_while(|place| place.0.total_cmp(&places[first].0).is_eq()).count();
        let rank = first as f64 + f64::midpoint(same as f64, 1.0);
        quantile = normal_quantile((rank - 0.375) / (places.len() as f64 + 0.25), quantile);
        for (_, chain, at) in &places[first..first + same] {
            scores[*chain][*at] = quantile;
        }
        first += same;
    }
    scores
}

/// The place below which a standard normal has that share, sought upwards from a place below it.
fn normal_quantile(share: f64, from: f64) -> f64 {
    let below = |place: f64| 0.5 * libm::erfc(-place / std::f64::consts::SQRT_2);
    let (mut low, mut step) = (from, 1e-3);
    while below(low + step) < share {
        low += step;
        step *= 2.0;
    }
    let mut high = low + step;
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if below(middle) < share { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::super::random::Random;
    use super::*;

    /// Chains of correlation `keep` from draw to draw, the last one moved away.
    fn chains(keep: f64, moved: f64) -> Vec<Vec<f64>> {
        let chain = |at: usize| {
            let mut random = Random::new(5, at);
            let mut value = 0.0;
            let draws = (0..2_000).map(|_| {
                value = keep * value + random.uniform() - 0.5;
                value + if at == 3 { moved } else { 0.0 }
            });
            draws.collect()
        };
        (0..4).map(chain).collect()
    }

    #[test]
    fn independent_draws_count_and_correlated_ones_count_less() {
        let size = effective_size(&chains(0.0, 0.0));
        assert!((6_500.0..9_500.0).contains(&size), "{size} of 8,000 independent draws");
        // A chain of correlation c is worth (1 - c) / (1 + c) of its length.
        let size = effective_size(&chains(0.8, 0.0));
        assert!((650.0..1_150.0).contains(&size), "{size}, not about 889");
    }

    #[test]
    fn chains_that_disagree_are_seen() {
        assert!(rank_r_hat(&chains(0.3, 0.0)) < 1.01);
        assert!(rank_r_hat(&chains(0.3, 0.5)) > 1.1);
        assert!((rank_r_hat(&[vec![1.0; 10], vec![1.0; 10]]) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn normal_quantiles_are_those_of_tables() {
        for (share, place) in [(0.5, 0.0), (0.975, 1.959_964), (0.025, -1.959_964), (0.841_345, 1.0)] {
            assert!((normal_quantile(share, -8.0) - place).abs() < 1e-5, "{share}");
        }
    }
}
