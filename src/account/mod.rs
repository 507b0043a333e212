//! Accounts: what a user name, a password and a code look like, and how long somebody who guesses has to wait.
//!
//! Everything here is a rule over values. Hashing, keeping and finding are the server's.

mod attempts;
mod code;
mod device;
mod password;
mod user_name;

pub use attempts::{Attempts, Wait};
pub use code::{Code, CodeProblem, Length};
pub use device::{Browser, Device, System};
pub use password::{Password, PasswordProblem};
pub use user_name::{SignInName, SignInNameProblem, UserName, UserNameProblem};
