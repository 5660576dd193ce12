//! What entries say: one struct for each kind of fact, grouped by what a mediator would keep in one drawer.

mod actors;
mod contacts;
mod drafts;
mod issues;
mod ledger;
mod positions;
mod reports;
mod work;

pub use actors::*;
pub use contacts::*;
pub use drafts::*;
pub use issues::*;
pub use ledger::*;
pub use positions::*;
pub use reports::*;
pub use work::*;

/// Declares structs whose references can be visited: each field is [`Refer`](crate::Refer).
macro_rules! facts {
    ($($(#[$meta:meta])* pub struct $name:ident {
        $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)*
    })*) => {
        $(
            #[serde_with::skip_serializing_none]
            $(#[$meta])*
            #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
            #[serde(deny_unknown_fields)]
            pub struct $name {
                $($(#[$field_meta])* pub $field: $type,)*
            }

            impl $name {
                /// The keys of this table in a file.
                pub const KEYS: &'static [&'static str] = &[$(stringify!($field)),*];
            }

            impl crate::Refer for $name {
                fn refer(&mut self, visit: &mut dyn FnMut(&'static [crate::Kind], &mut crate::EntryId)) {
                    $(self.$field.refer(visit);)*
                }
            }
        )*
    };
}
use facts;

/// Declares closed lists of words, written in kebab case, with what each is called on a page.
macro_rules! words {
    ($($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident = $said:literal,)*
    })*) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
            #[serde(rename_all = "kebab-case")]
            pub enum $name {
                $($(#[$variant_meta])* $variant,)*
            }

            impl $name {
                /// Every word of the list, in its order.
                pub const ALL: &'static [$name] = &[$($name::$variant),*];

                /// What a page calls it.
                pub fn said(self) -> &'static str {
                    match self {
                        $($name::$variant => $said,)*
                    }
                }
            }

            crate::id::refers_to_nothing!($name);
        )*
    };
}
use words;
