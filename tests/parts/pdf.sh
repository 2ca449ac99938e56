# filled by docs and report checks
