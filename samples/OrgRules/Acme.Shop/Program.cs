using Acme;
using ArchDsl;

return ArchDslApp.Run(args, app => new Shop(app, "Shop"));
