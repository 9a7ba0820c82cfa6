using ArchDsl.Cli;

return Tool.Run(args, Terminal.OfProcess());
