using ArchDsl;
using Samples.Aloka;

return ArchDslApp.Run(args, app => new Aloka(app, "Aloka"));
