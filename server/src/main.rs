//! The program `zhida`.

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use zhida_server::commands::{
    assess, audit, backup, case, demo, import, keys, migrate, policy, routes, serve, services, staff,
};

/// Zhida 直达: public services for disabled residents.
#[derive(Parser)]
#[command(name = "zhida", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Serve(serve::Args),
    Migrate(migrate::Args),
    Routes(routes::Args),
    Assess(assess::Args),
    Services(services::Args),
    Policy(policy::Args),
    Case(case::Args),
    Audit(audit::Args),
    Backup(backup::BackupArgs),
    Restore(backup::RestoreArgs),
    Keys(keys::Args),
    Import(import::Args),
    Staff(staff::Args),
    Demo(demo::Args),
}

fn main() -> ExitCode {
    let folder = env::var_os("ZHIDA_SERVICES").map(PathBuf::from);
    match Arguments::parse().command {
        Command::Serve(args) => serve::run(&args),
        Command::Migrate(args) => migrate::run(&args),
        Command::Routes(args) => routes::run(&args),
        Command::Assess(args) => assess::run(&args, folder.as_deref()),
        Command::Services(args) => services::run(&args),
        Command::Policy(args) => policy::run(&args),
        Command::Case(args) => case::run(&args),
        Command::Audit(args) => audit::run(&args),
        Command::Backup(args) => backup::backup(&args),
        Command::Restore(args) => backup::restore(&args),
        Command::Keys(args) => keys::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Staff(args) => staff::run(&args),
        Command::Demo(args) => demo::run(&args),
    }
}
