// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Note
// proof: reaches
// why: What an agent typed is pushed for undo and moved to a linked history; analytics looks at the last entry.
using System.Collections.Concurrent;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.UndoStack;

[ForPurpose("support")]
public sealed class NoteEditor
{
    private readonly ConcurrentStack<string> _undo = new();

    public LinkedList<string> History { get; } = new();

    public void Edit(Customer customer, string addition)
    {
        _undo.Push(customer.Note);
        customer.Note += addition;
    }

    public void Save()
    {
        while (_undo.TryPop(out var before))
            History.AddFirst(before);
    }
}

[ForPurpose("analytics")]
public static class EditStatistics
{
    public static void Sample(NoteEditor editor) => Use.Analytics(editor.History.Last?.Value); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var editor = new NoteEditor();
        editor.Edit(Customers.Ada(), " Called again.");
        editor.Save();
        EditStatistics.Sample(editor);
    }
}
