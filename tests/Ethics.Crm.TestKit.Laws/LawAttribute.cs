using FsCheck.Xunit;
using Xunit.Sdk;

namespace Ethics.Crm.TestKit;

/// <summary>A property by FsCheck whose inputs <see cref="LawSettings"/> chooses, and whose failure says how to see it again.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Ethics.Crm.TestKit.LawDiscoverer", "Ethics.Crm.TestKit.Laws")]
public sealed class LawAttribute : PropertyAttribute
{
    /// <summary>A law.</summary>
    public LawAttribute()
    {
        Replay = LawSettings.Current.Replay;
        if (LawSettings.Current.Tests is { } tests)
            MaxTest = tests;
    }

    /// <summary>How many inputs it gets where <see cref="LawSettings.TestsVariable"/> does not say it; else those of <see cref="LawsAttribute"/>, else FsCheck's 100.</summary>
    public int Tests
    {
        get => MaxTest;
        set => MaxTest = LawSettings.Current.Tests ?? value;
    }
}
