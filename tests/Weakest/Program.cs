using ArchDsl;
using Weakest;

return ArchDslApp.Run(args, app => new Everything(app, "Everything"));
