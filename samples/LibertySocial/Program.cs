using ArchDsl;
using Samples.LibertySocial;

return ArchDslApp.Run(args, app => new LibertySocial(app, "LibertySocial"));
