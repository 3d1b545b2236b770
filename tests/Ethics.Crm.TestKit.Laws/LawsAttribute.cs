using FsCheck.Xunit;

namespace Ethics.Crm.TestKit;

/// <summary>What the laws of one class share.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LawsAttribute : PropertiesAttribute
{
    /// <summary>How many inputs each gets, where neither it nor <see cref="LawSettings.TestsVariable"/> says it.</summary>
    public int Tests
    {
        get => MaxTest;
        set => MaxTest = value;
    }
}
