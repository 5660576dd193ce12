//! A PostgreSQL to try things on: prints the address of an empty database and runs until its standard input ends.

use std::io::Read;

use onetext_store::testing::Server;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // Held until the end: the server stops with it.
    let Some(server) = runtime.block_on(Server::start(&[]))? else {
        return Err("PostgreSQL is not installed (on Debian: apt-get install postgresql)".into());
    };
    println!("{}", runtime.block_on(server.database("room"))?);
    std::io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}
