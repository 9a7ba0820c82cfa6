using ArchDsl;
using Samples.TwoTier;

return ArchDslApp.Run(args, app => new TwoTier(app, "TwoTier"));
