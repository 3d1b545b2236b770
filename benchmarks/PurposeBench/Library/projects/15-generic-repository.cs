namespace PurposeBench.Cases.Projects.GenericRepository;

public sealed class Repository<T>
    where T : class
{
    private readonly SortedList<int, T> _rows = [];

    public void Save(int id, T row) => _rows[id] = row;

    public IQueryable<T> Query(System.Linq.Expressions.Expression<Func<T, bool>> condition) => _rows.Values.AsQueryable().Where(condition);
}

public static class Paging
{
    public static (IReadOnlyList<T> Rows, int Total) Page<T>(this IQueryable<T> query, int page, int size)
    {
        var total = query.Count();
        return (query.Skip(page * size).Take(size).ToList(), total);
    }
}
