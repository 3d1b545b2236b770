// verdict: violation
// origin: open
// channel: research
// source: Ticket.Message
// proof: reaches
// why: Two operators stand between the source and the observer that works for research.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.ObservablePipe;

public sealed class Ticket
{
    [DataSubjectId(typeof(Customer))]
    public int CustomerId { get; init; }

    [DataCategory("content.message"), CollectedFor("support")]
    public string Message { get; init; } = "";
}

public sealed record Line(string Text, int Number);

public sealed class Stream<T> : IObservable<T>
{
    private event Action<T>? Next;

    public IDisposable Subscribe(IObserver<T> observer)
    {
        Next += observer.OnNext;
        return TextReader.Null;
    }

    public void Push(T value) => Next?.Invoke(value);

    public Stream<TTo> Select<TTo>(Func<T, TTo> map)
    {
        var mapped = new Stream<TTo>();
        Next += value => mapped.Push(map(value));
        return mapped;
    }

    public Stream<T> Where(Func<T, bool> condition)
    {
        var chosen = new Stream<T>();
        Next += value =>
        {
            if (condition(value))
                chosen.Push(value);
        };
        return chosen;
    }
}

[ForPurpose("research")]
public sealed class WordStudy : IObserver<Line>
{
    public void OnCompleted() => Use.Research("done");

    public void OnError(Exception error) => Use.Research("failed");

    public void OnNext(Line value) => Use.Research(value.Text); //! ECRM2002
}

[ForPurpose("support")]
public static class Intake
{
    public static Line Read(Ticket ticket) => new(ticket.Message, 12);
}

public static class Case
{
    public static void Run()
    {
        var tickets = new Stream<Ticket>();
        tickets.Select(Intake.Read).Where(line => line.Number > 0).Subscribe(new WordStudy());
        tickets.Push(new Ticket { CustomerId = 7, Message = Mark.Text("Ticket.Message") });
    }
}
