//! Scenarios in and out: the file formats of negotiation research, each read to a scenario and remarks.
