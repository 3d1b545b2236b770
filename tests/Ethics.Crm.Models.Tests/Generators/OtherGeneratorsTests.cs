using System.Text.RegularExpressions;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using Ethics.Crm.Models.Tests.Fixtures;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ethics.Crm.Models.Tests.Generators;

/// <summary>One type in which every generator has its part.</summary>
public sealed partial class CustomerCard : ObservableObject
{
    // Labelled, but another's: it is not guarded, and ECRM1106 says so.
    [ObservableProperty, CollectedFor(Purposes.Support)]
    public partial string Name { get; set; } = "";

    [CollectedFor(Purposes.Support)]
    public partial string? Email { get; set; }

    [CollectedFor(Purposes.Support)]
    public partial string? Phone { get; set; }

    public partial string? Phone { get => field?.Trim(); set => SetProperty(ref field, value); }

    [GeneratedRegex("^[^@]+@[^@]+$")]
    public static partial Regex Shape { get; }

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();

    public bool HasDigit => Digit().IsMatch(Name);

    [LoggerMessage(Level = LogLevel.Information, Message = "Shown card {Number}")]
    public static partial void Shown(ILogger logger, int number);

    [RelayCommand]
    private void Rename(string name) => Name = name;
}

public sealed class OtherGeneratorsTests
{
    [Fact]
    public void ObservableProperty_StaysThatOfTheToolkit()
    {
        var card = new CustomerCard();
        var changed = new List<string?>();
        card.PropertyChanged += (_, change) => changed.Add(change.PropertyName);

        card.Name = "Ada";
        card.RenameCommand.Execute("Ada 1");

        Assert.Equal(["Name", "Name"], changed);
        Assert.Equal("Ada 1", card.Name);
        Assert.True(card.HasDigit);
    }

    [Fact]
    public void GuardedPropertyBesideIt_IsGuarded()
    {
        var card = new CustomerCard { Email = "ada@example.com" };

        Reads.AssertGuarded("ada@example.com", () => card.Email);
    }

    [Fact]
    public void HandWrittenImplementationBesideIt_IsKept()
    {
        var card = new CustomerCard();
        var changed = new List<string?>();
        card.PropertyChanged += (_, change) => changed.Add(change.PropertyName);

        card.Phone = " 0123 ";

        Assert.Equal("0123", card.Phone);
        Assert.Equal(["Phone"], changed);
    }

    [Fact]
    public void GeneratedRegexAndLoggerMessage_AreUnaffected()
    {
        CustomerCard.Shown(NullLogger.Instance, 1);

        Assert.Matches(CustomerCard.Shape, "ada@example.com");
        Assert.Contains("RegexGenerator", CustomerCard.Shape.GetType().FullName);
    }

    [Fact]
    public void GuardsClass_KnowsOnlyWhatIsGuarded()
    {
        var guards = typeof(CustomerCard).GetNestedType("EthicsGuards", System.Reflection.BindingFlags.NonPublic)!;

        Assert.NotNull(guards.GetField("Email", (System.Reflection.BindingFlags)60));
        Assert.Null(guards.GetField("Name", (System.Reflection.BindingFlags)60));
        Assert.Null(guards.GetField("Phone", (System.Reflection.BindingFlags)60));
    }
}
