using ArchDsl;
using Variants;

// Programs that show what no sample needs. The environment says which of them is made.
return ArchDslApp.Run(args, app => Environment.GetEnvironmentVariable("VARIANT") switch
{
    nameof(DualStack) => new DualStack(app, nameof(DualStack)),
    nameof(EightDigit) => new EightDigit(app, nameof(EightDigit)),
    nameof(Hooked) => new Hooked(app, nameof(Hooked)),
    nameof(Watched) => new Watched(app, nameof(Watched)),
    var other => throw new ArgumentException($"There is no variant '{other}'."),
});
