namespace PurposeBench.Cases.Projects.B09ReasonOfOutcome;

/// <summary>What something came to, and why.</summary>
public sealed class Outcome<T>
{
    private Outcome(T value, string reason) => (Value, Reason) = (value, reason);

    public T Value { get; }

    public string Reason { get; }

    public static Outcome<T> Of(T value, string reason) => new(value, reason);

    public Outcome<TNext> Map<TNext>(Func<T, TNext> next) => Outcome<TNext>.Of(next(Value), Reason);
}
