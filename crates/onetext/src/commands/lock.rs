//! `lock` and `unlock`: a private place to one encrypted file and back. The file is a tar archive in the age
//! format, so that the `age` and `tar` programs open it too.

use std::fs;
use std::io::{Read, Write};
use std::iter;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use age::secrecy::SecretString;
use age::{Decryptor, Encryptor, Identity, Recipient};
use anyhow::{Context, Result, anyhow, bail};
use onetext_folder::PRIVATE;

use super::Outcome;
use crate::arguments::{Lock, Unlock};
use crate::folder::write_whole;
use crate::print;

/// Shortest passphrase that is taken.
const PASSPHRASE_CHARACTERS_MIN: usize = 8;

/// Encrypts places; the open files are removed once the encrypted one is on disk and was read back.
pub fn lock(lock: &Lock) -> Result<Outcome> {
    let private = private(&lock.case)?;
    let places = wanted(&private, &lock.place, Path::is_dir)?;
    nothing_twice(&private, &places)?;
    let key = Key::for_locking(lock)?;
    for place in &places {
        let (open, locked) = (private.join(place), private.join(format!("{place}.age")));
        let archive = archive(&open)?;
        let sealed = key.seal(&archive)?;
        write_whole(&locked, &sealed)?;
        if let Key::Passphrase(passphrase) = &key {
            let back = unseal(&fs::read(&locked)?, &[Box::new(scrypt(passphrase))])?;
            if back != archive {
                bail!("{} does not read back; {} was left as it is", locked.display(), open.display());
            }
        }
        fs::remove_dir_all(&open).with_context(|| format!("cannot remove {}", open.display()))?;
        print::talk(&format!("locked {}", locked.display()));
    }
    Ok(Outcome::Fine)
}

/// Decrypts places; the encrypted file is removed once the open ones are on disk.
pub fn unlock(unlock: &Unlock) -> Result<Outcome> {
    let private = private(&unlock.case)?;
    let places =
        wanted(&private, &unlock.place, |path| path.extension().is_some_and(|ending| ending == "age"))?;
    nothing_twice(&private, &places)?;
    let identities = identities(unlock)?;
    for place in &places {
        let (open, locked) = (private.join(place), private.join(format!("{place}.age")));
        let sealed = fs::read(&locked).with_context(|| format!("cannot read {}", locked.display()))?;
        let archive =
            unseal(&sealed, &identities).with_context(|| format!("cannot open {}", locked.display()))?;
        let fresh = tempfile::tempdir_in(&private).context("cannot make a folder for the open files")?;
        unpack(&archive, fresh.path())?;
        fs::rename(fresh.keep(), &open).with_context(|| format!("cannot make {}", open.display()))?;
        fs::remove_file(&locked).with_context(|| format!("cannot remove {}", locked.display()))?;
        print::talk(&format!("unlocked {}", open.display()));
    }
    Ok(Outcome::Fine)
}

/// Refuses before anything is changed where a place is both open and locked.
fn nothing_twice(private: &Path, places: &[String]) -> Result<()> {
    for place in places {
        let (open, locked) = (private.join(place), private.join(format!("{place}.age")));
        if open.exists() && locked.exists() {
            bail!("{}", both(&open, &locked));
        }
    }
    Ok(())
}

/// Neither is removed by us, since either may hold what the other has not.
fn both(open: &Path, locked: &Path) -> String {
    format!(
        "{} and {} both exist; nothing was changed. Move the open folder aside, unlock, compare the two, and bring \
         what only one of them has into the open one",
        open.display(),
        locked.display()
    )
}

fn private(case: &Path) -> Result<PathBuf> {
    let private = case.join(PRIVATE);
    if private.is_dir() { Ok(private) } else { bail!("{} has no private places", case.display()) }
}

/// The places that were named, or all that there are.
fn wanted(private: &Path, named: &[String], is_it: impl Fn(&Path) -> bool) -> Result<Vec<String>> {
    if !named.is_empty() {
        for name in named {
            let there = is_it(&private.join(name))
                || is_it(&private.join(format!("{name}.age")))
                    && private.join(format!("{name}.age")).exists();
            if !there || name.contains(['/', '\\']) {
                bail!("there is no such place to work on: {name}");
            }
        }
        return Ok(named.to_vec());
    }
    let mut places = Vec::new();
    for item in fs::read_dir(private)? {
        let path = item?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("").to_owned();
        if is_it(&path) && !name.starts_with('.') {
            places.push(name.trim_end_matches(".age").to_owned());
        }
    }
    places.sort();
    if places.is_empty() {
        bail!("there is nothing to do in {}", private.display())
    }
    Ok(places)
}

/// With what is encrypted.
enum Key {
    Passphrase(SecretString),
    Recipients(Vec<age::x25519::Recipient>),
}

impl Key {
    fn for_locking(lock: &Lock) -> Result<Key> {
        if !lock.recipient.is_empty() {
            let read = |key: &String| {
                age::x25519::Recipient::from_str(key)
                    .map_err(|why| anyhow!("{key:?} is no age recipient: {why}"))
            };
            return Ok(Key::Recipients(lock.recipient.iter().map(read).collect::<Result<_>>()?));
        }
        let passphrase = passphrase(lock.passphrase_file.as_deref(), true)?;
        Ok(Key::Passphrase(passphrase))
    }

    fn seal(&self, bytes: &[u8]) -> Result<Vec<u8>> {
        let encryptor = match self {
            Key::Passphrase(passphrase) => Encryptor::with_user_passphrase(passphrase.clone()),
            Key::Recipients(recipients) => {
                Encryptor::with_recipients(recipients.iter().map(|recipient| recipient as &dyn Recipient))?
            }
        };
        let mut sealed = Vec::new();
        let mut writer = encryptor.wrap_output(&mut sealed)?;
        writer.write_all(bytes)?;
        writer.finish()?;
        Ok(sealed)
    }
}

fn scrypt(passphrase: &SecretString) -> age::scrypt::Identity {
    age::scrypt::Identity::new(passphrase.clone())
}

fn identities(unlock: &Unlock) -> Result<Vec<Box<dyn Identity>>> {
    if let Some(path) = &unlock.identity {
        let file = age::IdentityFile::from_file(path.display().to_string())
            .with_context(|| format!("cannot read {}", path.display()))?;
        let identities = file
            .into_identities()
            .map_err(|why| anyhow!("{} holds no age identity: {why}", path.display()))?;
        return Ok(identities.into_iter().map(|identity| identity as Box<dyn Identity>).collect());
    }
    let passphrase = passphrase(unlock.passphrase_file.as_deref(), false)?;
    Ok(vec![Box::new(scrypt(&passphrase))])
}

fn unseal(sealed: &[u8], identities: &[Box<dyn Identity>]) -> Result<Vec<u8>> {
    let decryptor = Decryptor::new(sealed).map_err(|why| anyhow!("not an age file: {why}"))?;
    let keys = identities.iter().map(|identity| identity.as_ref() as &dyn Identity);
    let mut reader = decryptor.decrypt(keys).map_err(|why| anyhow!("wrong passphrase or key: {why}"))?;
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The passphrase: from a file, or typed without being shown.
fn passphrase(file: Option<&Path>, new: bool) -> Result<SecretString> {
    let text = match file {
        Some(path) => {
            let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
            text.lines().next().unwrap_or("").to_owned()
        }
        None => typed(new)?,
    };
    if new && text.chars().count() < PASSPHRASE_CHARACTERS_MIN {
        bail!("the passphrase has fewer than {PASSPHRASE_CHARACTERS_MIN} characters");
    }
    Ok(SecretString::from(text))
}

fn typed(new: bool) -> Result<String> {
    let terminal = console::Term::stderr();
    if !terminal.is_term() {
        bail!("there is no terminal to ask for the passphrase: use --passphrase-file");
    }
    let ask = |words: &str| -> Result<String> {
        terminal.write_str(words)?;
        Ok(terminal.read_secure_line()?)
    };
    let first = ask("Passphrase: ")?;
    if new && ask("Again: ")? != first {
        bail!("the two passphrases differ");
    }
    Ok(first)
}

/// Every file of a place, in order, without owner and time.
fn archive(folder: &Path) -> Result<Vec<u8>> {
    let mut builder = tar::Builder::new(Vec::new());
    for path in files_below(folder)? {
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        header.set_cksum();
        let inside = path.strip_prefix(folder).context("a file lies outside its place")?;
        builder.append_data(&mut header, inside, bytes.as_slice())?;
    }
    Ok(builder.into_inner()?)
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for item in iter::once(fs::read_dir(folder)).flatten().flatten() {
        let item = item.with_context(|| format!("cannot list {}", folder.display()))?;
        let kind = item.file_type()?;
        if kind.is_dir() {
            files.extend(files_below(&item.path())?);
        } else if kind.is_file() {
            files.push(item.path());
        } else {
            bail!("{} is a link; a place holds files only", item.path().display());
        }
    }
    files.sort();
    Ok(files)
}

/// Files of an archive into an empty folder. Paths that lead out of it are refused by the library.
fn unpack(archive: &[u8], folder: &Path) -> Result<()> {
    let mut reader = tar::Archive::new(archive);
    for item in reader.entries()? {
        let mut item = item?;
        if item.header().entry_type() != tar::EntryType::Regular {
            bail!("the archive holds something other than files");
        }
        let inside = item.path()?.into_owned();
        if !item.unpack_in(folder)? {
            bail!("the archive holds a path that leads out of its place: {}", inside.display());
        }
    }
    Ok(())
}
