using ArchDsl;
using Samples.EightDigit;

return ArchDslApp.Run(args, app => new EightDigit(app, "EightDigit"));
