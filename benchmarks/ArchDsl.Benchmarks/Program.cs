using ArchDsl.Benchmarks;

// Each benchmark compares within one run, so that a noisy machine is noisy for both sides.
switch (args)
{
    case ["incremental"]:
        Incremental.Run();
        return 0;
    case ["diagnostics"]:
        Diagnostics.Run();
        return 0;
    case ["build"]:
        await Build.Run();
        return 0;
    case ["synth"]:
        await Synth.Run();
        return 0;
    case ["scale"]:
        Scale.Run();
        return 0;
    case ["verdict"]:
        await Verdict.Run();
        return 0;
    default:
        Console.Error.WriteLine("Usage: dotnet run -c Release --project benchmarks -- incremental|diagnostics|build|synth|scale|verdict");
        return 1;
}
